package io.distributor.link.presence;

/**
 * Names one run of one process: a restarted node has a new id.
 *
 * @param value 1 to 64 characters of {@code A-Z a-z 0-9 _ -}
 */
public record NodeId(String value) implements Comparable<NodeId> {

	@Override
	public int compareTo(NodeId other) {
		return this.value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
