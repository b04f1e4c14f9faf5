package io.distributor.backend.namespace;

/**
 * Names of events that begin and end alike: what stands before and after the one
 * {@code *} of a pattern. Compared in one pass over the name, whatever a client calls its
 * event.
 * <p>
 * The order is that of precedence: the longer text first and, of two that are equally
 * long, the longer beginning. Two different patterns that match the same name are never
 * equal in it.
 *
 * @param prefix text the name begins with
 * @param suffix text the name ends with
 */
record EventPattern(String prefix, String suffix) implements Comparable<EventPattern> {

	private static final char ANY = '*';

	/**
	 * Reads a pattern.
	 * @throws IllegalArgumentException if it has not exactly one {@code *}
	 */
	static EventPattern of(String pattern) {
		int star = pattern.indexOf(ANY);
		if (star < 0 || pattern.indexOf(ANY, star + 1) >= 0) {
			throw new IllegalArgumentException("pattern: " + pattern
					+ " (expected: a name with one *, such as order.*; an event without it is handled by onEvent)");
		}
		return new EventPattern(pattern.substring(0, star), pattern.substring(star + 1));
	}

	boolean matches(String event) {
		return event.length() >= length() && event.startsWith(this.prefix) && event.endsWith(this.suffix);
	}

	private int length() {
		return this.prefix.length() + this.suffix.length();
	}

	@Override
	public int compareTo(EventPattern other) {
		int byLength = Integer.compare(other.length(), length());
		return (byLength != 0) ? byLength : Integer.compare(other.prefix.length(), this.prefix.length());
	}

	@Override
	public String toString() {
		return this.prefix + ANY + this.suffix;
	}

}
