package io.distributor.engine.limit;

/**
 * How many sessions, and connections without one, there may be. An address is that of a
 * client as the server knows it, of IPv6 its first 64 bits. Addresses of this machine and
 * of private networks are not limited: there it may be a proxy that stands for many
 * clients.
 *
 * @param maxSessions sessions in all, positive
 * @param maxHalfOpen sessions in all that have not joined a namespace yet, positive
 * @param maxPerAddress sessions of one address, positive
 * @param maxHalfOpenPerAddress sessions of one address that have not joined a namespace
 * yet, positive
 * @param connects how fast one address may open sessions
 * @param maxRememberedAddresses addresses without sessions whose pace is remembered,
 * positive; beyond, that of the one seen longest ago is forgotten
 * @param maxSilent connections in all that have not sent a request yet, positive
 * @param maxSilentPerAddress connections of one address that have not sent a request yet,
 * positive
 */
public record SessionLimits(int maxSessions, int maxHalfOpen, int maxPerAddress, int maxHalfOpenPerAddress,
		Pace connects, int maxRememberedAddresses, int maxSilent, int maxSilentPerAddress) {

	/**
	 * 1 000 000 sessions, 100 000 of them half-open; of one address 10 000, 2 000 of them
	 * half-open, 200 new ones a second and 2 000 at once. 50 000 connections without a
	 * request, 2 000 of them of one address.
	 */
	public static final SessionLimits DEFAULTS = new SessionLimits(1_000_000, 100_000, 10_000, 2_000,
			new Pace(200, 2_000), 65_536, 50_000, 2_000);

	public SessionLimits {
		requirePositive("maxSessions", maxSessions);
		requirePositive("maxHalfOpen", maxHalfOpen);
		requirePositive("maxPerAddress", maxPerAddress);
		requirePositive("maxHalfOpenPerAddress", maxHalfOpenPerAddress);
		requirePositive("maxRememberedAddresses", maxRememberedAddresses);
		requirePositive("maxSilent", maxSilent);
		requirePositive("maxSilentPerAddress", maxSilentPerAddress);
	}

	private static void requirePositive(String name, int value) {
		if (value <= 0) {
			throw new IllegalArgumentException(name + ": " + value + " (expected: > 0)");
		}
	}

	/**
	 * Returns these limits with another number of sessions in all.
	 * @param maxSessions see {@link #maxSessions()}
	 * @return the limits
	 */
	public SessionLimits withMaxSessions(int maxSessions) {
		return new SessionLimits(maxSessions, this.maxHalfOpen, this.maxPerAddress, this.maxHalfOpenPerAddress,
				this.connects, this.maxRememberedAddresses, this.maxSilent, this.maxSilentPerAddress);
	}

	/**
	 * Returns these limits with other numbers of connections that have not sent a request
	 * yet.
	 * @param maxSilent see {@link #maxSilent()}
	 * @param maxSilentPerAddress see {@link #maxSilentPerAddress()}
	 * @return the limits
	 */
	public SessionLimits withSilent(int maxSilent, int maxSilentPerAddress) {
		return new SessionLimits(this.maxSessions, this.maxHalfOpen, this.maxPerAddress, this.maxHalfOpenPerAddress,
				this.connects, this.maxRememberedAddresses, maxSilent, maxSilentPerAddress);
	}

}
