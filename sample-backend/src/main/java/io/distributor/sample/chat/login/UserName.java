package io.distributor.sample.chat.login;

import com.fasterxml.jackson.annotation.JsonCreator;

/**
 * Name of someone who chats.
 *
 * @param value the name, 1 to {@value #MAX_LENGTH} characters
 */
record UserName(String value) {

	static final int MAX_LENGTH = 24;

	/**
	 * Creates the name.
	 * @param value the name; blanks around it do not count
	 * @throws IllegalArgumentException if it is empty or too long
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	UserName {
		value = (value != null) ? value.strip() : "";
		if (value.isEmpty() || value.length() > MAX_LENGTH) {
			throw new IllegalArgumentException(
					"name: " + value.length() + " characters (expected: 1 to " + MAX_LENGTH + ")");
		}
	}

}
