package io.distributor.engine.limit;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The connections that have not sent a request yet. May be used from any thread; the lock
 * is held for a few steps when a connection comes and when its first request does.
 */
public final class SilentConnections {

	private final SessionLimits limits;

	private final LimitCounters counters;

	private final Map<AddressGroup, Integer> byAddress = new HashMap<>();

	private int count;

	/**
	 * Creates an empty set.
	 * @param limits how many there may be
	 * @param counters counts those that are too many
	 */
	public SilentConnections(SessionLimits limits, LimitCounters counters) {
		this.limits = limits;
		this.counters = counters;
	}

	/**
	 * A connection was opened.
	 * @param address numbers of the address of the peer; empty to count it in all only
	 * @return whether there is room for it; if not, it is not counted
	 */
	public boolean add(String address) {
		Limit exceeded = tryAdd(AddressGroup.of(address));
		if (exceeded != null) {
			this.counters.count(exceeded);
		}
		return exceeded == null;
	}

	private synchronized @Nullable Limit tryAdd(@Nullable AddressGroup group) {
		if (this.count >= this.limits.maxSilent()) {
			return Limit.SILENT_CONNECTIONS;
		}
		if (group != null) {
			int ofAddress = this.byAddress.getOrDefault(group, 0);
			if (ofAddress >= this.limits.maxSilentPerAddress()) {
				return Limit.ADDRESS_SILENT_CONNECTIONS;
			}
			this.byAddress.put(group, ofAddress + 1);
		}
		this.count++;
		return null;
	}

	/**
	 * A connection that was counted has sent a request, or is gone.
	 * @param address the address it was counted with
	 */
	public synchronized void remove(String address) {
		this.count--;
		AddressGroup group = AddressGroup.of(address);
		if (group != null) {
			this.byAddress.computeIfPresent(group, (key, ofAddress) -> (ofAddress > 1) ? ofAddress - 1 : null);
		}
	}

	/**
	 * Returns the number of addresses that are remembered.
	 * @return the number
	 */
	synchronized int addresses() {
		return this.byAddress.size();
	}

}
