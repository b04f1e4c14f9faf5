package io.distributor.link;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the nodes of a fleet sign their frames with. Its text never shows the secrets.
 */
public final class LinkSecrets {

	/** Nothing is signed, and everything is believed. */
	public static final LinkSecrets NONE = new LinkSecrets(List.of(), Duration.ofMinutes(1));

	private static final int MIN_LENGTH = 32;

	private final List<String> secrets;

	private final Duration maxAge;

	private LinkSecrets(List<String> secrets, Duration maxAge) {
		this.secrets = secrets;
		this.maxAge = maxAge;
	}

	/**
	 * Creates secrets.
	 * @param secret what frames are signed with; at least 32 characters
	 * @param alsoAccepted another secret that frames of others may be signed with, while
	 * secrets are changed; {@code null} for none
	 * @param maxAge how much the clocks of two nodes may differ, delays included;
	 * positive. Older frames are taken for repeated ones
	 * @return the secrets
	 * @throws IllegalArgumentException if a secret is too short or the age not positive
	 */
	public static LinkSecrets of(String secret, @Nullable String alsoAccepted, Duration maxAge) {
		require(secret);
		if (alsoAccepted != null) {
			require(alsoAccepted);
		}
		if (maxAge.isNegative() || maxAge.isZero()) {
			throw new IllegalArgumentException("maxAge: " + maxAge + " (expected: > 0)");
		}
		return new LinkSecrets((alsoAccepted != null) ? List.of(secret, alsoAccepted) : List.of(secret), maxAge);
	}

	private static void require(String secret) {
		if (secret.length() < MIN_LENGTH) {
			throw new IllegalArgumentException("secret: " + secret.length() + " characters (expected: at least "
					+ MIN_LENGTH + ", such as the output of: openssl rand -base64 32)");
		}
	}

	/**
	 * Returns whether frames are signed.
	 * @return whether there is a secret
	 */
	public boolean areGiven() {
		return !this.secrets.isEmpty();
	}

	/**
	 * Returns the secrets.
	 * @return the one to sign with, then the one that is accepted too
	 */
	public List<String> all() {
		return this.secrets;
	}

	/**
	 * Returns how old a frame may be.
	 * @return the age
	 */
	public Duration maxAge() {
		return this.maxAge;
	}

	@Override
	public String toString() {
		return this.secrets.size() + " secrets";
	}

}
