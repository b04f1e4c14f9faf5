package io.distributor.engine.limit;

/**
 * What one address has. Guarded by {@link SessionPlaces}.
 */
final class AddressUse {

	private final AddressGroup group;

	private int sessions;

	private int halfOpen;

	private long fullAt;

	AddressUse(AddressGroup group, long now) {
		this.group = group;
		this.fullAt = now;
	}

	AddressGroup group() {
		return this.group;
	}

	boolean isUnused() {
		return this.sessions == 0;
	}

	void take(SessionLimits limits, long now) throws LimitExceededException {
		if (this.sessions >= limits.maxPerAddress()) {
			throw new LimitExceededException(Limit.ADDRESS_SESSIONS);
		}
		if (this.halfOpen >= limits.maxHalfOpenPerAddress()) {
			throw new LimitExceededException(Limit.ADDRESS_HALF_OPEN_SESSIONS);
		}
		long taken = limits.connects().take(this.fullAt, now);
		if (limits.connects().excess(taken, now) > 0) {
			throw new LimitExceededException(Limit.ADDRESS_CONNECTS);
		}
		this.fullAt = taken;
		this.sessions++;
		this.halfOpen++;
	}

	void establish() {
		this.halfOpen--;
	}

	void release(boolean established) {
		this.sessions--;
		if (!established) {
			this.halfOpen--;
		}
	}

}
