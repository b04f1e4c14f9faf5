package io.distributor.tests.simulation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.distributor.backend.Socket;
import io.distributor.engine.session.CloseReason;
import io.distributor.link.message.EventsHandled;
import io.distributor.link.message.LinkMessage;
import io.distributor.link.message.SocketAdopt;
import io.distributor.link.message.SocketConnect;
import io.distributor.link.message.SocketReleased;
import io.distributor.link.presence.Departure;
import io.distributor.link.presence.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a fleet, as far as its promises are about it.
 */
final class FleetRecord implements LinkObserver {

	private final Trace trace;

	private final SimulatedClock clock;

	private final Map<String, SimulatedDistributor> distributors = new LinkedHashMap<>();

	private final Map<String, SimulatedLink> links = new LinkedHashMap<>();

	private final Map<String, SocketRecord> sockets = new LinkedHashMap<>();

	private final Map<SimulatedSession, SocketRecord> bySession = new IdentityHashMap<>();

	private final Map<Socket, HomeTerm> terms = new IdentityHashMap<>();

	private final List<Emission> emissions = new ArrayList<>();

	private final List<Question> questions = new ArrayList<>();

	private final Set<Pair> parted = new HashSet<>();

	private final List<String> broken = new ArrayList<>();

	private int handled;

	FleetRecord(Trace trace, SimulatedClock clock) {
		this.trace = trace;
		this.clock = clock;
	}

	long now() {
		return this.clock.now();
	}

	void add(SimulatedLink link) {
		this.links.put(link.process().name(), link);
	}

	void add(SimulatedDistributor distributor) {
		this.distributors.put(distributor.process().name(), distributor);
	}

	/** A promise was broken. */
	void broken(String how) {
		this.trace.note("BROKEN", how);
		this.broken.add(how);
	}

	List<String> broken() {
		return this.broken;
	}

	// Clients

	SocketRecord accepted(String id, SimulatedSession session) {
		SocketRecord socket = socket(id, session.distributor());
		socket.accept();
		this.bySession.put(session, socket);
		return socket;
	}

	private SocketRecord socket(String id, SimulatedDistributor distributor) {
		return this.sockets.computeIfAbsent(id, (key) -> new SocketRecord(key, this, distributor));
	}

	void eventRead(SimulatedSession session, ClientPacket event) {
		SocketRecord socket = this.bySession.get(session);
		if (socket != null) {
			this.trace.note(socket.id(), () -> "sends " + event.text());
			socket.read(event);
		}
	}

	void closedByServer(SimulatedSession session, CloseReason reason, @Nullable String description) {
		SocketRecord socket = this.bySession.get(session);
		if (socket != null) {
			socket.closedByServer(reason, description);
		}
	}

	// Backends

	void connecting(SimulatedBackend backend, Socket socket) {
		SocketRecord known = known(socket.id());
		if (known.isAccepted() && !known.hasLostHome()) {
			broken("connect handlers run again for " + socket.id() + " at " + backend);
		}
	}

	void becameHome(SimulatedBackend backend, Socket socket) {
		this.trace.note(backend, () -> (socket.recovered() ? "adopts " : "accepts ") + socket.id());
		known(socket.id()).taken(backend.process().name());
		this.terms.put(socket, new HomeTerm(backend));
	}

	Handling begin(SimulatedBackend backend, Socket socket, int number, boolean redelivered) {
		SocketRecord known = known(socket.id());
		HomeTerm term = this.terms.computeIfAbsent(socket, (key) -> new HomeTerm(backend));
		this.trace.note(backend,
				() -> "handles " + number + (redelivered ? " (redelivered)" : "") + " of " + socket.id());
		this.handled++;
		return known.begin(term, number, redelivered);
	}

	void disconnected(SimulatedBackend backend, Socket socket, String reason) {
		this.trace.note(backend, () -> "hears that " + socket.id() + " is gone: " + reason);
		known(socket.id()).disconnected();
	}

	void joined(SimulatedBackend backend, Socket socket, String room) {
		this.trace.note(backend, () -> "hears that " + socket.id() + " joined " + room);
		known(socket.id()).joined(room);
	}

	void left(SimulatedBackend backend, Socket socket, String room) {
		this.trace.note(backend, () -> "hears that " + socket.id() + " left " + room);
		known(socket.id()).left(room);
	}

	/** An instance emitted to all, and wants answers. */
	Question asked(SimulatedBackend backend, long sequence, Collection<String> receivers) {
		Question question = new Question(this, backend, emitted(backend.link().id(), sequence, receivers));
		this.questions.add(question);
		return question;
	}

	Emission emitted(NodeId backend, long sequence, Collection<String> receivers) {
		List<Emission.Receiver> expected = new ArrayList<>();
		for (String receiver : receivers) {
			SocketRecord socket = known(receiver);
			expected.add(new Emission.Receiver(socket, socket.distributor().link().id(), socket.requests()));
		}
		this.trace.note(backend, () -> "emits " + sequence + " to " + receivers);
		Emission emission = new Emission(backend, sequence, expected);
		this.emissions.add(emission);
		return emission;
	}

	private SocketRecord known(String id) {
		SocketRecord socket = this.sockets.get(id);
		if (socket == null) {
			throw new AssertionError("socket " + id + " is unknown");
		}
		return socket;
	}

	// Links

	@Override
	public void onSent(SimulatedLink link, NodeId receiver, LinkMessage message) {
		SimulatedDistributor distributor = this.distributors.get(link.process().name());
		if (distributor == null) {
			return;
		}
		if (message instanceof SocketConnect connect) {
			this.trace.note(distributor, () -> "asks " + receiver + " to take " + connect.socketId());
			socket(connect.socketId(), distributor).askedFor(receiver);
		}
		else if (message instanceof SocketAdopt adopt) {
			this.trace.note(distributor, () -> "gives " + adopt.socketId() + " to " + receiver);
			socket(adopt.socketId(), distributor).moveTo(receiver);
		}
	}

	@Override
	public void onReceived(SimulatedLink link, NodeId sender, LinkMessage message) {
		if (message instanceof SocketReleased released) {
			this.trace.note(sender, () -> "releases " + released.socketId() + " up to " + released.handled());
			known(released.socketId()).reported(sender, released.handled());
			known(released.socketId()).released(sender);
		}
		else if (message instanceof EventsHandled handled) {
			SocketRecord socket = known(handled.socketId());
			socket.reported(sender, handled.number());
			if (socket.isDisconnect(handled.number())) {
				socket.released(sender);
			}
		}
	}

	@Override
	public void onGone(SimulatedLink link, NodeId node, Departure departure) {
		this.trace.note(link.id(), () -> "hears that " + node + " is gone by " + departure);
		NodeId self = (departure == Departure.FENCED) ? link.formerId() : link.id();
		this.parted.add(new Pair(self, node));
		this.parted.add(new Pair(node, self));
		SimulatedDistributor distributor = this.distributors.get(link.process().name());
		for (SocketRecord socket : this.sockets.values()) {
			if (socket.distributor() == distributor) {
				socket.homeGone(node);
				if (departure == Departure.FENCED && socket.isAccepted()) {
					socket.distributorLost();
				}
			}
		}
	}

	// What is known

	String processOf(NodeId node) {
		return node.value().substring(0, node.value().lastIndexOf('-'));
	}

	boolean isLive(NodeId node) {
		SimulatedLink link = this.links.get(processOf(node));
		return link != null && !link.process().hasEnded() && link.id().equals(node);
	}

	Collection<SocketRecord> sockets() {
		return this.sockets.values();
	}

	List<Emission> emissions() {
		return this.emissions;
	}

	boolean hasHeard(String socket, long sequence) {
		SocketRecord known = this.sockets.get(socket);
		return known != null && known.heard(sequence);
	}

	/** Returns what an instance asked and has no result of. */
	long openQuestions(SimulatedBackend backend) {
		return this.questions.stream()
			.filter((question) -> question.backend() == backend && !question.isOver())
			.count();
	}

	boolean haveParted(NodeId one, NodeId other) {
		return this.parted.contains(new Pair(one, other));
	}

	int handled() {
		return this.handled;
	}

	private record Pair(NodeId one, NodeId other) {

	}

}
