package io.distributor.engine.namespace;

import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;

import io.distributor.engine.limit.Limit;
import io.distributor.engine.limit.LimitCounters;
import io.distributor.engine.session.TransportType;

/**
 * Counts what happens. May be used from any thread.
 */
final class NamespaceCounters implements NamespaceStatistics {

	private final LongAdder[] openedSessions = adders(TransportType.values().length);

	private final LongAdder[] closedSessions = adders(TransportType.values().length);

	final LimitCounters limits = new LimitCounters();

	final LongAdder sockets = new LongAdder();

	final LongAdder connectsAccepted = new LongAdder();

	final LongAdder connectsRefused = new LongAdder();

	final LongAdder packetsReceived = new LongAdder();

	final LongAdder eventsReceived = new LongAdder();

	final LongAdder packetsSent = new LongAdder();

	final LongAdder broadcasts = new LongAdder();

	final LongAdder malformedPackets = new LongAdder();

	final LongAdder latePackets = new LongAdder();

	final LongAdder droppedGone = new LongAdder();

	final LongAdder droppedHeld = new LongAdder();

	final LongAdder roomsRefused = new LongAdder();

	private static LongAdder[] adders(int length) {
		LongAdder[] adders = new LongAdder[length];
		Arrays.setAll(adders, (index) -> new LongAdder());
		return adders;
	}

	void sessionOpened(TransportType transport) {
		this.openedSessions[transport.ordinal()].increment();
	}

	void sessionClosed(TransportType transport) {
		this.closedSessions[transport.ordinal()].increment();
	}

	@Override
	public long openedSessions(TransportType transport) {
		return this.openedSessions[transport.ordinal()].sum();
	}

	@Override
	public long closedSessions(TransportType transport) {
		return this.closedSessions[transport.ordinal()].sum();
	}

	@Override
	public long reached(Limit limit) {
		return this.limits.get(limit);
	}

	@Override
	public long sockets() {
		return this.sockets.sum();
	}

	@Override
	public long connectsAccepted() {
		return this.connectsAccepted.sum();
	}

	@Override
	public long connectsRefused() {
		return this.connectsRefused.sum();
	}

	@Override
	public long packetsReceived() {
		return this.packetsReceived.sum();
	}

	@Override
	public long eventsReceived() {
		return this.eventsReceived.sum();
	}

	@Override
	public long packetsSent() {
		return this.packetsSent.sum();
	}

	@Override
	public long broadcasts() {
		return this.broadcasts.sum();
	}

	@Override
	public long malformedPackets() {
		return this.malformedPackets.sum();
	}

	@Override
	public long latePackets() {
		return this.latePackets.sum();
	}

	@Override
	public long droppedGone() {
		return this.droppedGone.sum();
	}

	@Override
	public long droppedHeld() {
		return this.droppedHeld.sum();
	}

	@Override
	public long roomsRefused() {
		return this.roomsRefused.sum();
	}

}
