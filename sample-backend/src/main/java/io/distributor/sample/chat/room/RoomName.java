package io.distributor.sample.chat.room;

import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Name of a room of the chat.
 *
 * @param value the name: 1 to 32 letters, digits, spaces, hyphens or underscores
 */
public record RoomName(@JsonValue String value) {

	private static final String CHANNEL_PREFIX = "room:";

	/** The rooms of Socket.IO that carry rooms of the chat. */
	public static final String CHANNELS = CHANNEL_PREFIX + "*";

	private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} _-]{0,31}");

	/**
	 * Creates the name.
	 * @param value the name
	 * @throws IllegalArgumentException if it is not allowed
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public RoomName {
		if (value == null || !ALLOWED.matcher(value).matches()) {
			throw new IllegalArgumentException(
					"room: " + value + " (expected: 1 to 32 letters, digits, spaces, hyphens or underscores)");
		}
	}

	/**
	 * Finds the room that a room of Socket.IO carries.
	 * @param channel the room of Socket.IO
	 * @return the name
	 */
	public static RoomName ofChannel(String channel) {
		return new RoomName(channel.substring(CHANNEL_PREFIX.length()));
	}

	/**
	 * Returns the room of Socket.IO that carries it. The prefix keeps clients from naming
	 * a room like the id of a socket, which is a room of its own.
	 * @return the room of Socket.IO
	 */
	public String channel() {
		return CHANNEL_PREFIX + this.value;
	}

}
