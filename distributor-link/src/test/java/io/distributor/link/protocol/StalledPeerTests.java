package io.distributor.link.protocol;

import java.util.Random;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import io.distributor.link.presence.Departure;
import io.distributor.link.presence.NodeId;
import io.distributor.link.presence.NodeRole;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A node that is heard but handles nothing of what is numbered, and so acknowledges
 * nothing.
 */
class StalledPeerTests {

	private static final long STALLED_AFTER = SimulatedNode.OPTIONS.stalledAfter().toMillis();

	private final SimulatedNetwork network = new SimulatedNetwork(new Random(1));

	private final SimulationRecord record = new SimulationRecord();

	private final SimulatedNode backend;

	private final SimulatedNode stalled;

	private final SimulatedNode well;

	private long number;

	StalledPeerTests() {
		this.network.heal();
		this.backend = new SimulatedNode(this.network, this.record, NodeRole.BACKEND, "b");
		this.stalled = new SimulatedNode(this.network, this.record, NodeRole.DISTRIBUTOR, "s");
		this.well = new SimulatedNode(this.network, this.record, NodeRole.DISTRIBUTOR, "w");
		this.network.runUntil(500);
	}

	@Test
	void pushesBackNoLongerThanItMay() {
		NodeId former = this.stalled.id();
		NodeId neighbour = this.well.id();
		this.stalled.numb(true);
		broadcastFor(STALLED_AFTER - 100);
		assertThat(this.backend.known()).containsKey(former);
		assertThat(this.backend.loggedBytes(former)).isPositive();
		broadcastFor(200);
		assertThat(this.backend.departure(former)).isEqualTo(Departure.STALLED);
		assertThat(this.backend.loggedBytes(former)).isZero();
		assertThat(this.record.handledBy(neighbour)).isEqualTo(LongStream.rangeClosed(1, this.number).boxed().toList());
	}

	@Test
	void comesBackUnderAnotherIdWhenItHearsAgain() {
		NodeId former = this.stalled.id();
		this.stalled.numb(true);
		broadcastFor(STALLED_AFTER + 100);
		this.stalled.numb(false);
		this.network.runUntil(this.network.now() + 500);
		assertThat(this.stalled.id()).isNotEqualTo(former);
		assertThat(this.backend.known()).containsOnlyKeys(this.stalled.id(), this.well.id());
		assertThat(this.well.known()).containsOnlyKeys(this.stalled.id(), this.backend.id());
		long before = this.number;
		broadcastFor(100);
		assertThat(this.record.handledBy(this.stalled.id()))
			.isEqualTo(LongStream.rangeClosed(before + 1, this.number).boxed().toList());
	}

	@Test
	void isNotGivenUpWhileThereIsNothingToAcknowledge() {
		this.stalled.numb(true);
		this.network.runUntil(this.network.now() + 3 * STALLED_AFTER);
		assertThat(this.backend.known()).containsKey(this.stalled.id());
	}

	@Test
	void isNotGivenUpByANodeThatCouldNotHearIt() {
		this.stalled.numb(true);
		broadcastFor(STALLED_AFTER / 2);
		this.backend.down();
		this.network.runUntil(this.network.now() + 2 * STALLED_AFTER);
		this.backend.up();
		this.network.runUntil(this.network.now() + STALLED_AFTER - 100);
		assertThat(this.backend.departure(this.stalled.id())).isNotEqualTo(Departure.STALLED);
	}

	private void broadcastFor(long time) {
		long end = this.network.now() + time;
		while (this.network.now() < end) {
			this.backend.act(() -> this.backend.broadcast(++this.number));
			this.network.runUntil(Math.min(end, this.network.now() + 10));
		}
		this.network.runUntil(end + 5);
	}

}
