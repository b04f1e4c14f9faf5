package io.distributor.gateway;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what a gateway does. May be used from any thread.
 */
final class GatewayCounters implements GatewayStatistics {

	final AtomicInteger sockets = new AtomicInteger();

	final AtomicInteger connecting = new AtomicInteger();

	final AtomicInteger waitingConnects = new AtomicInteger();

	final AtomicInteger pausedSockets = new AtomicInteger();

	final AtomicInteger heldMessages = new AtomicInteger();

	final AtomicInteger pendingAcks = new AtomicInteger();

	final AtomicInteger homelessSockets = new AtomicInteger();

	final AtomicInteger departedSockets = new AtomicInteger();

	final AtomicLong socketDataBytes = new AtomicLong();

	final LongAdder connectsAccepted = new LongAdder();

	private final Map<ConnectRefusal, LongAdder> connectsRefused = new EnumMap<>(ConnectRefusal.class);

	final LongAdder connectsTimedOut = new LongAdder();

	final LongAdder eventsIn = new LongAdder();

	final LongAdder emitsOut = new LongAdder();

	final LongAdder broadcasts = new LongAdder();

	final LongAdder adoptionsAfterRelease = new LongAdder();

	final LongAdder adoptionsAfterLoss = new LongAdder();

	final LongAdder redeliveredEvents = new LongAdder();

	final LongAdder forgottenSockets = new LongAdder();

	final LongAdder refusedData = new LongAdder();

	private final Map<HomelessLimit, LongAdder> closedHomeless = new EnumMap<>(HomelessLimit.class);

	private final UnhandledTotal unhandledTotal;

	final LongAdder refusedFetches = new LongAdder();

	final LongAdder ignoredMessages = new LongAdder();

	final LongAdder ignoredAcks = new LongAdder();

	final LongAdder forgottenAcks = new LongAdder();

	final LongAdder droppedReports = new LongAdder();

	GatewayCounters(UnhandledTotal unhandledTotal) {
		this.unhandledTotal = unhandledTotal;
		for (HomelessLimit limit : HomelessLimit.values()) {
			this.closedHomeless.put(limit, new LongAdder());
		}
		for (ConnectRefusal reason : ConnectRefusal.values()) {
			this.connectsRefused.put(reason, new LongAdder());
		}
	}

	void connectRefused(ConnectRefusal reason) {
		Objects.requireNonNull(this.connectsRefused.get(reason)).increment();
	}

	LongAdder closedHomeless(HomelessLimit limit) {
		return Objects.requireNonNull(this.closedHomeless.get(limit));
	}

	@Override
	public int sockets() {
		return this.sockets.get();
	}

	@Override
	public int connecting() {
		return this.connecting.get();
	}

	@Override
	public int waitingConnects() {
		return this.waitingConnects.get();
	}

	@Override
	public int pausedSockets() {
		return this.pausedSockets.get();
	}

	@Override
	public int heldMessages() {
		return this.heldMessages.get();
	}

	@Override
	public int pendingAcks() {
		return this.pendingAcks.get();
	}

	@Override
	public long connectsAccepted() {
		return this.connectsAccepted.sum();
	}

	@Override
	public long connectsRefused() {
		return this.connectsRefused.values().stream().mapToLong(LongAdder::sum).sum();
	}

	@Override
	public long connectsRefused(ConnectRefusal reason) {
		return Objects.requireNonNull(this.connectsRefused.get(reason)).sum();
	}

	@Override
	public long connectsTimedOut() {
		return this.connectsTimedOut.sum();
	}

	@Override
	public long eventsIn() {
		return this.eventsIn.sum();
	}

	@Override
	public long emitsOut() {
		return this.emitsOut.sum();
	}

	@Override
	public long broadcasts() {
		return this.broadcasts.sum();
	}

	@Override
	public int homelessSockets() {
		return this.homelessSockets.get();
	}

	@Override
	public int departedSockets() {
		return this.departedSockets.get();
	}

	@Override
	public long adoptionsAfterRelease() {
		return this.adoptionsAfterRelease.sum();
	}

	@Override
	public long adoptionsAfterLoss() {
		return this.adoptionsAfterLoss.sum();
	}

	@Override
	public long redeliveredEvents() {
		return this.redeliveredEvents.sum();
	}

	@Override
	public long homelessClosed(HomelessLimit limit) {
		return closedHomeless(limit).sum();
	}

	@Override
	public long forgottenSockets() {
		return this.forgottenSockets.sum();
	}

	@Override
	public long unhandledBytes() {
		return this.unhandledTotal.bytes();
	}

	@Override
	public long socketDataBytes() {
		return this.socketDataBytes.get();
	}

	@Override
	public long refusedData() {
		return this.refusedData.sum();
	}

	@Override
	public long refusedFetches() {
		return this.refusedFetches.sum();
	}

	@Override
	public long ignoredMessages() {
		return this.ignoredMessages.sum();
	}

	@Override
	public long ignoredAcks() {
		return this.ignoredAcks.sum();
	}

	@Override
	public long forgottenAcks() {
		return this.forgottenAcks.sum();
	}

	@Override
	public long droppedReports() {
		return this.droppedReports.sum();
	}

}
