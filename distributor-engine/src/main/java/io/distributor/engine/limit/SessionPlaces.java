package io.distributor.engine.limit;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives sessions their places, within limits in all and by address. May be used from any
 * thread; the lock is held for a few steps when a session comes, joins its first
 * namespace or goes.
 */
public final class SessionPlaces {

	private static final Logger logger = LoggerFactory.getLogger(SessionPlaces.class);

	private static final long WARNING_INTERVAL = TimeUnit.MINUTES.toNanos(1);

	private final SessionLimits limits;

	private final LimitCounters counters;

	private final Map<AddressGroup, AddressUse> used = new HashMap<>();

	private final Map<AddressGroup, AddressUse> remembered = new LinkedHashMap<>() {

		@Override
		protected boolean removeEldestEntry(Map.Entry<AddressGroup, AddressUse> eldest) {
			return size() > SessionPlaces.this.limits.maxRememberedAddresses();
		}

	};

	private int sessions;

	private int halfOpen;

	private long warnedAt = System.nanoTime() - WARNING_INTERVAL;

	/**
	 * Creates the places.
	 * @param limits how many there are
	 * @param counters counts who found none
	 */
	public SessionPlaces(SessionLimits limits, LimitCounters counters) {
		this.limits = limits;
		this.counters = counters;
	}

	/**
	 * Takes a place for a new session, which is half-open.
	 * @param address numbers of the address of the client
	 * @return the place, to be released in any case
	 * @throws LimitExceededException if there is none
	 */
	public SessionPlace take(String address) throws LimitExceededException {
		try {
			return take(AddressGroup.of(address), System.nanoTime());
		}
		catch (LimitExceededException ex) {
			this.counters.count(ex.limit());
			throw ex;
		}
	}

	private synchronized SessionPlace take(@Nullable AddressGroup group, long now) throws LimitExceededException {
		if (this.sessions >= this.limits.maxSessions()) {
			throw new LimitExceededException(Limit.SESSIONS);
		}
		if (this.halfOpen >= this.limits.maxHalfOpen()) {
			throw new LimitExceededException(Limit.HALF_OPEN_SESSIONS);
		}
		AddressUse use = (group != null) ? take(use(group, now), now) : null;
		this.sessions++;
		this.halfOpen++;
		return new SessionPlace(this, use);
	}

	private AddressUse use(AddressGroup group, long now) {
		AddressUse use = this.used.get(group);
		if (use == null) {
			use = this.remembered.remove(group);
		}
		return (use != null) ? use : new AddressUse(group, now);
	}

	private AddressUse take(AddressUse use, long now) throws LimitExceededException {
		try {
			use.take(this.limits, now);
			this.used.put(use.group(), use);
			return use;
		}
		catch (LimitExceededException ex) {
			if (use.isUnused()) {
				this.remembered.put(use.group(), use);
			}
			warn(ex.limit(), now);
			throw ex;
		}
	}

	private void warn(Limit limit, long now) {
		if (now - this.warnedAt >= WARNING_INTERVAL) {
			this.warnedAt = now;
			logger
				.warn("One address opens more sessions than it may (limit {}): some are refused. If it is a proxy that"
						+ " stands for many clients, add it to the trusted proxies", limit);
		}
	}

	/** Called with the lock held. */
	void established(@Nullable AddressUse use) {
		this.halfOpen--;
		if (use != null) {
			use.establish();
		}
	}

	/** Called with the lock held. */
	void released(@Nullable AddressUse use, boolean established) {
		this.sessions--;
		if (!established) {
			this.halfOpen--;
		}
		if (use == null) {
			return;
		}
		use.release(established);
		if (use.isUnused()) {
			this.used.remove(use.group());
			this.remembered.put(use.group(), use);
		}
	}

	/**
	 * Returns the number of sessions that have not joined a namespace yet.
	 * @return the number
	 */
	public synchronized int halfOpen() {
		return this.halfOpen;
	}

	/**
	 * Returns how many such sessions there may be.
	 * @return the number
	 */
	public int maxHalfOpen() {
		return this.limits.maxHalfOpen();
	}

	/**
	 * Returns the number of addresses about which something is remembered.
	 * @return the number
	 */
	synchronized int addresses() {
		return this.used.size() + this.remembered.size();
	}

}
