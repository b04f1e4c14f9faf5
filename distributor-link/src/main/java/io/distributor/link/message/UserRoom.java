package io.distributor.link.message;

/**
 * The room that the sockets of a user are in from their acceptance to their end. Its name
 * is reserved: nobody else can join it, it is never listed, and applications cannot name
 * it. So what is emitted to a user is one message that reaches only the user's sockets.
 */
public final class UserRoom {

	private static final char RESERVED = '\u0000';

	private static final String PREFIX = RESERVED + "user:";

	private UserRoom() {
	}

	/**
	 * Returns the room of a user.
	 * @param user name of the user
	 * @return name of the room, for a {@link Selection}
	 */
	public static String of(String user) {
		return PREFIX + user;
	}

	/**
	 * Returns whether the name of a room is not for applications.
	 * @param room the name
	 * @return whether it is reserved: whether it begins with the character NUL
	 */
	public static boolean isReserved(String room) {
		return !room.isEmpty() && room.charAt(0) == RESERVED;
	}

}
