package io.distributor.interop.peer;

/**
 * What a distributor answers at most when a server asks. What is beyond is left out and
 * counted: every question has an answer.
 *
 * @param maxQuestions questions of one namespace that may be at work; further ones are
 * answered at once, with nothing; 0 or more
 * @param maxBytes size of the descriptions of sockets in one answer, about; 0 or more
 * @param maxNames ids of sockets, and rooms, in one answer, 1 or more
 */
public record AnswerLimits(int maxQuestions, int maxBytes, int maxNames) {

	/** What fits most. */
	public static final AnswerLimits DEFAULT = new AnswerLimits(64, 4_000_000, 100_000);

	public AnswerLimits {
		require(maxQuestions >= 0, "maxQuestions", maxQuestions, ">= 0");
		require(maxBytes >= 0, "maxBytes", maxBytes, ">= 0");
		require(maxNames > 0, "maxNames", maxNames, "> 0");
	}

	private static void require(boolean condition, String name, long value, String expected) {
		if (!condition) {
			throw new IllegalArgumentException(name + ": " + value + " (expected: " + expected + ")");
		}
	}

}
