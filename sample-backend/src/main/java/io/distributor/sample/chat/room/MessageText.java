package io.distributor.sample.chat.room;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What someone says.
 *
 * @param value the text, not blank, at most {@value #MAX_LENGTH} characters
 */
public record MessageText(@JsonValue String value) {

	/**
	 * Length of the longest text, in characters.
	 */
	public static final int MAX_LENGTH = 2000;

	/**
	 * Creates the text.
	 * @param value the text
	 * @throws IllegalArgumentException if it is blank or too long
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public MessageText {
		if (value == null || value.isBlank() || value.length() > MAX_LENGTH) {
			throw new IllegalArgumentException("text: " + ((value != null) ? value.length() : 0)
					+ " characters (expected: 1 to " + MAX_LENGTH + ", not blank)");
		}
	}

}
