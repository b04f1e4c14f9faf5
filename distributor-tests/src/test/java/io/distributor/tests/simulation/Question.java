package io.distributor.tests.simulation;

import java.util.List;

import io.distributor.backend.BroadcastAnswers;
import io.distributor.link.LinkOverloadedException;
import io.distributor.link.presence.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * An event that a backend instance emitted to all sockets and wants acknowledged. Those
 * that were there when it was asked and still are have answered, or the time was over.
 */
final class Question {

	private final FleetRecord record;

	private final SimulatedBackend backend;

	private final NodeId asker;

	private final long sequence;

	private final List<Emission.Receiver> receivers;

	private final long askedAt;

	private boolean over;

	Question(FleetRecord record, SimulatedBackend backend, Emission emission) {
		this.record = record;
		this.backend = backend;
		this.asker = emission.backend();
		this.sequence = emission.sequence();
		this.receivers = emission.receivers();
		this.askedAt = backend.process().clock().now();
	}

	SimulatedBackend backend() {
		return this.backend;
	}

	boolean isOver() {
		return this.over;
	}

	void end(@Nullable BroadcastAnswers answers, @Nullable Throwable failure) {
		if (this.over) {
			this.record.broken("question " + this.sequence + " ended twice");
		}
		this.over = true;
		if (answers != null) {
			check(answers);
		}
		else if (!(failure instanceof LinkOverloadedException) && this.backend.isStaying()) {
			this.record.broken("question " + this.sequence + " failed: " + failure);
		}
	}

	private void check(BroadcastAnswers answers) {
		for (String socket : answers.answers().keySet()) {
			if (answers.missing().contains(socket) || !this.record.hasHeard(socket, this.sequence)) {
				this.record.broken(socket + " answered question " + this.sequence
						+ " without having heard it, or is missing as well");
			}
		}
		for (Emission.Receiver receiver : this.receivers) {
			SocketRecord socket = receiver.socket();
			if (socket.isConnected() && !this.record.haveParted(this.asker, receiver.distributor())) {
				check(answers, socket);
			}
		}
	}

	private void check(BroadcastAnswers answers, SocketRecord socket) {
		boolean inTime = this.backend.process().clock().now() - this.askedAt < SimulatedBackend.ACK_TIMEOUT.toMillis();
		boolean missing = answers.missing().contains(socket.id());
		boolean named = missing || answers.answers().containsKey(socket.id());
		if (inTime && (missing || !named)) {
			this.record.broken(socket + " is there, but not its answer to question " + this.sequence + ": missing "
					+ answers.missing() + ", silent " + answers.silentDistributors());
		}
	}

}
