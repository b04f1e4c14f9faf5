package io.distributor.link.presence;

import java.util.Objects;

/**
 * Names one run of one process: a restarted node has a new id.
 *
 * @param value 1 to 64 characters of {@code A-Z a-z 0-9 _ -}
 */
public record NodeId(String value) implements Comparable<NodeId> {

	private static final int MAX_LENGTH = 64;

	public NodeId {
		Objects.requireNonNull(value, "value");
		if (value.isEmpty() || value.length() > MAX_LENGTH || !isAllowed(value)) {
			throw new IllegalArgumentException(
					"Node id: '" + value + "' (expected: 1 to 64 characters of A-Z a-z 0-9 _ -)");
		}
	}

	private static boolean isAllowed(String value) {
		for (int i = 0; i < value.length(); i++) {
			if (!isAllowed(value.charAt(i))) {
				return false;
			}
		}
		return true;
	}

	private static boolean isAllowed(char character) {
		return character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z'
				|| character >= '0' && character <= '9' || character == '_' || character == '-';
	}

	@Override
	public int compareTo(NodeId other) {
		return this.value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
