package io.distributor.tests.simulation;

import java.util.Random;

import org.jspecify.annotations.Nullable;

import io.distributor.engine.session.CloseReason;

/**
 * A client that sends numbered events, mostly with acknowledgements, comes back when its
 * connection is lost, and sometimes leaves by itself.
 */
final class SimulatedClient {

	private static final String[] KINDS = { "plain", "plain", "slow", "emit", "room", "all", "ask", "data", "question",
			"concurrent", "big", "gather", "scatter" };

	private final String name;

	private final Fleet fleet;

	private final Random random;

	private @Nullable SimulatedSession session;

	private @Nullable SocketRecord socket;

	private int toSend;

	private int sent;

	private boolean quiet;

	private boolean gone;

	SimulatedClient(String name, Fleet fleet, Random random) {
		this.name = name;
		this.fleet = fleet;
		this.random = random;
		this.toSend = 8 + random.nextInt(8);
	}

	String name() {
		return this.name;
	}

	@Nullable SocketRecord socket() {
		return this.socket;
	}

	/** Whether it is connected and has all answers, or has left for good. */
	boolean isContent() {
		return (this.socket != null) ? this.socket.unanswered().isEmpty() : this.gone;
	}

	// What it does

	void start() {
		come();
		liveOn();
	}

	private void come() {
		if (this.gone || this.session != null) {
			return;
		}
		SimulatedDistributor distributor = this.fleet.anyDistributor(this.random);
		if (distributor == null) {
			this.fleet.clock().after(30, this::come);
			return;
		}
		this.fleet.trace().note(this.name, () -> "connects to " + distributor);
		this.session = distributor.open(this);
		this.session.receive(ClientPacket.connect());
	}

	private void liveOn() {
		if (this.quiet) {
			return;
		}
		this.fleet.clock().after(5 + this.random.nextInt(120), this::liveOn);
		if (this.socket != null && this.toSend > 0) {
			int burst = 1 + this.random.nextInt(3);
			for (int i = 0; i < burst; i++) {
				this.toSend--;
				sendEvent(this.random.nextInt(4) != 0, KINDS[this.random.nextInt(KINDS.length)]);
			}
			if (this.random.nextInt(25) == 0) {
				leave(this.random.nextBoolean());
			}
		}
	}

	private void sendEvent(boolean withAck, String kind) {
		SimulatedSession connection = this.session;
		if (connection != null) {
			this.sent++;
			connection.receive(ClientPacket.event(this.sent, withAck, kind));
		}
	}

	/** Ends its socket, politely or not. What it sent before counts. */
	private void leave(boolean politely) {
		SimulatedSession connection = this.session;
		if (connection == null) {
			return;
		}
		this.fleet.trace().note(this.name, politely ? "leaves the namespace" : "closes the connection");
		if (politely) {
			connection.receive(ClientPacket.disconnect());
		}
		forget();
		connection.leave();
		comeLater();
	}

	/** Sends nothing more by itself. */
	void quiet() {
		this.quiet = true;
	}

	/** Sends one last event. */
	void probe() {
		if (this.socket != null) {
			sendEvent(true, "plain");
		}
	}

	void leaveForGood() {
		this.gone = true;
		leave(this.random.nextBoolean());
	}

	private void comeLater() {
		this.fleet.clock().after(20 + this.random.nextInt(100), this::come);
	}

	private void forget() {
		if (this.socket != null) {
			this.socket.clientLeft();
		}
		this.session = null;
		this.socket = null;
	}

	// What happens to it

	/** The server reads what it sent. */
	void read(SimulatedSession from, ClientPacket packet) {
		if (packet.event() > 0) {
			this.fleet.record().eventRead(from, packet);
		}
	}

	void receive(SimulatedSession from, String text) {
		if (from != this.session) {
			return;
		}
		ServerPacket packet = ServerPacket.read(text);
		switch (packet.type()) {
			case '0' -> connected(from, packet.word(1));
			case '1', '4' -> turnedAway(from, packet);
			case '2' -> hear(from, packet);
			case '3' -> answered(packet);
			default -> throw new IllegalStateException("packet: " + text);
		}
	}

	private void connected(SimulatedSession from, String id) {
		this.sent = 0;
		this.socket = this.fleet.record().accepted(id, from);
		this.fleet.trace().note(this.name, () -> "is connected as " + id);
	}

	private void turnedAway(SimulatedSession from, ServerPacket packet) {
		this.fleet.trace().note(this.name, "is turned away: " + packet);
		forget();
		from.leave();
		comeLater();
	}

	private void hear(SimulatedSession from, ServerPacket packet) {
		if (this.socket != null) {
			this.socket.heard(packet.word(1), Long.parseLong(packet.word(2)));
		}
		if (!packet.id().isEmpty()) {
			from.receive(ClientPacket.answer(packet.id()));
		}
	}

	private void answered(ServerPacket packet) {
		if (this.socket != null) {
			this.socket.answered(Integer.parseInt(packet.id()), packet.word(0));
		}
	}

	void closedByServer(SimulatedSession from, CloseReason reason, @Nullable String description) {
		this.fleet.trace().note(this.name, () -> "is closed by the server: " + reason + " " + description);
		this.fleet.record().closedByServer(from, reason, description);
	}

	void lost(SimulatedSession from) {
		if (from == this.session) {
			this.fleet.trace().note(this.name, "lost its connection");
			forget();
			comeLater();
		}
	}

}
