package io.distributor.sample.chat;

import org.jspecify.annotations.Nullable;

/**
 * What a client says of itself when it connects.
 *
 * @param name name to be shown to others
 */
record Login(@Nullable String name) {

	static final int MAX_LENGTH = 24;

	static final String EXPECTED = "Give a name of 1 to " + MAX_LENGTH + " characters";

	@Override
	public String name() {
		return (this.name != null) ? this.name.strip() : "";
	}

	boolean isValid() {
		return !name().isEmpty() && name().length() <= MAX_LENGTH;
	}

}
