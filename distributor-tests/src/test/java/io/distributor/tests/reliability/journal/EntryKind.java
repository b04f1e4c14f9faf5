package io.distributor.tests.reliability.journal;

/**
 * What an entry of a journal tells of.
 */
public enum EntryKind {

	/** A socket connected. Number and text say nothing. */
	CONNECTED,

	/** A socket was adopted. Number: the event that its data names. */
	ADOPTED,

	/** An event was handled. Number: the event's, text: {@link #REDELIVERED} or empty. */
	HANDLED,

	/** A socket ended. Text: the reason. */
	ENDED,

	/** Something was broadcast. Subject: the room; number: counted per room. */
	BROADCAST,

	/** The process found something wrong. Text: what. */
	WRONG;

	/** Text of an event that an earlier home may have handled. */
	public static final String REDELIVERED = "redelivered";

}
