package io.distributor.tests.simulation;

import java.util.BitSet;

import io.distributor.engine.session.CloseReason;
import io.distributor.gateway.GatewayStatistics;

/**
 * The promises of the fleet about what has happened, checked when it has come to rest.
 */
final class FleetPromises {

	private final Fleet fleet;

	private final FleetRecord record;

	private final Mood mood;

	FleetPromises(Fleet fleet, Mood mood) {
		this.mood = mood;
		this.fleet = fleet;
		this.record = fleet.record();
	}

	/** At any time. */
	void checkWithinLimits() {
		for (SimulatedDistributor distributor : this.fleet.distributors()) {
			String excess = distributor.excess();
			if (excess != null) {
				this.record.broken(distributor + " has more than it may: " + excess);
			}
		}
	}

	/** While clients are still there. */
	void checkConnected() {
		for (SimulatedClient client : this.fleet.clients()) {
			SocketRecord socket = client.socket();
			if (socket == null) {
				this.record.broken("client " + client.name() + " is not connected");
			}
			else if (!socket.unanswered().isEmpty()) {
				this.record.broken("answers to " + socket.unanswered() + " are missing: " + socket);
			}
		}
		this.record.emissions().forEach(this::checkHeard);
	}

	private void checkHeard(Emission emission) {
		for (Emission.Receiver receiver : emission.receivers()) {
			SocketRecord socket = receiver.socket();
			if (socket.isConnected() && !receiver.isVoid() && !socket.heard(emission.sequence())
					&& !this.record.haveParted(emission.backend(), receiver.distributor())) {
				this.record.broken(socket + " did not hear " + emission.sequence() + " of " + emission.backend());
			}
		}
	}

	/** When all clients have left. */
	void checkGone() {
		for (SocketRecord socket : this.record.sockets()) {
			checkHandled(socket);
			checkUnharmed(socket);
			checkDisconnects(socket);
		}
		this.fleet.distributors().forEach(this::checkEmpty);
		this.fleet.backends().forEach(this::checkEmpty);
	}

	/** Where nothing is killed or cut off, nothing is lost and nobody is sent away. */
	private void checkUnharmed(SocketRecord socket) {
		if (this.mood == Mood.GENTLE && socket.homesLost() > 0) {
			this.record.broken("home lost though all was well: " + socket);
		}
		if (socket.closedByServer() == CloseReason.FORCED_CLOSE && !socket.isDistributorLost()
				&& !socket.isClosedHomeless()) {
			this.record.broken("closed though its distributor was well: " + socket);
		}
	}

	private void checkHandled(SocketRecord socket) {
		BitSet handled = new BitSet();
		BitSet unmarked = new BitSet();
		int[] times = new int[socket.sent() + 1];
		for (Handling handling : socket.handlings()) {
			int number = handling.number();
			checkData(socket, handling);
			times[number]++;
			if (handling.isFinished()) {
				handled.set(number);
			}
			if (handling.isRedelivered() && !socket.hasLostHome()) {
				this.record.broken("event " + number + " is marked though no home was lost: " + socket);
			}
			if (!handling.isRedelivered() && unmarked.get(number)) {
				this.record.broken("event " + number + " was handled twice without a mark: " + socket);
			}
			if (!handling.isRedelivered()) {
				unmarked.set(number);
			}
		}
		for (int number = 1; number <= socket.sent(); number++) {
			if (!handled.get(number) && !mayLose(socket)) {
				this.record.broken("event " + number + " is lost: " + socket);
			}
			if (times[number] > 1 + socket.homesLost()) {
				this.record.broken("event " + number + " was handled too often: " + socket);
			}
		}
	}

	/** A socket's events may be lost with its distributor, or if no home came in time. */
	private boolean mayLose(SocketRecord socket) {
		boolean leftAlone = socket.distributor().process().hasEnded() && socket.isHomeless();
		return socket.isDistributorLost() || leftAlone || socket.isHomelessTooLong();
	}

	/**
	 * Concurrent events leave the data alone. Where data of all sockets was too much, the
	 * next home may see older data, but then the distributor has counted that.
	 */
	private void checkData(SocketRecord socket, Handling handling) {
		int previous = socket.previous(handling.number());
		boolean older = handling.seen() < previous && socket.distributor().statistics().refusedData() > 0;
		boolean right = older || ((socket.homesLost() == 0) ? handling.seen() == previous
				: handling.seen() >= previous && handling.seen() <= socket.sent());
		if (!right && !socket.isConcurrent(handling.number())) {
			this.record.broken(handling + " saw data of " + handling.seen() + ": " + socket);
		}
	}

	/** Nobody can tell of a socket when its distributor and its home are both gone. */
	private void checkDisconnects(SocketRecord socket) {
		int disconnects = socket.disconnects();
		if (disconnects > 1 + socket.homesLost()) {
			this.record.broken("too many disconnects: " + socket);
		}
		boolean distributorGone = socket.isDistributorLost() || socket.distributor().process().hasEnded();
		boolean givenUp = distributorGone && socket.isHomeless() || socket.isHomelessTooLong();
		if (disconnects == 0 && socket.isAccepted() && !givenUp) {
			this.record.broken("no disconnect: " + socket);
		}
	}

	private void checkEmpty(SimulatedDistributor distributor) {
		GatewayStatistics now = distributor.statistics();
		checkZero(distributor, "sockets", now.sockets());
		checkZero(distributor, "connecting", now.connecting());
		checkZero(distributor, "waiting connects", now.waitingConnects());
		checkZero(distributor, "paused sockets", now.pausedSockets());
		checkZero(distributor, "held messages", now.heldMessages());
		checkZero(distributor, "pending acks", now.pendingAcks());
		checkZero(distributor, "homeless sockets", now.homelessSockets());
		checkZero(distributor, "departed sockets", now.departedSockets());
		checkZero(distributor, "bytes of unhandled events", now.unhandledBytes());
		checkZero(distributor, "bytes of data", now.socketDataBytes());
		checkAcknowledged(distributor.link());
	}

	private void checkEmpty(SimulatedBackend backend) {
		checkZero(backend, "sockets", backend.statistics().sockets());
		checkZero(backend, "queued events", backend.statistics().eventsQueued());
		checkZero(backend, "pending acks", backend.statistics().acksPending());
		checkZero(backend, "pending requests", backend.statistics().requestsPending());
		checkZero(backend, "questions without a result", this.record.openQuestions(backend));
		checkZero(backend, "bytes of answers", backend.statistics().answerBytesHeld());
		checkAcknowledged(backend.link());
	}

	private void checkZero(Object where, String what, long count) {
		if (count != 0) {
			this.record.broken(where + " still has " + what + ": " + count);
		}
	}

	private void checkAcknowledged(SimulatedLink link) {
		if (!link.isAllAcknowledged()) {
			this.record.broken("the log of " + link.id() + " is not empty");
		}
	}

}
