package io.distributor.engine.namespace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.netty.util.concurrent.EventExecutor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.distributor.engine.protocol.socketio.AckPacket;
import io.distributor.engine.protocol.socketio.DisconnectPacket;
import io.distributor.engine.protocol.socketio.EventPacket;
import io.distributor.engine.session.CloseReason;
import io.distributor.engine.session.Handshake;
import io.distributor.engine.session.OutboundMessage;
import io.distributor.engine.session.TransportType;

/**
 * A socket of this server. Its state lives on the event loop of its session; what the
 * public methods are asked becomes a task there, in the order of the calling thread.
 */
final class NamespaceSocket implements ClientSocket {

	private static final Logger logger = LoggerFactory.getLogger(NamespaceSocket.class);

	private enum State {

		CONNECTING, CONNECTED, GONE

	}

	private final String id;

	private final LoopNamespace part;

	private final SessionSockets session;

	private final List<Membership> memberships = new ArrayList<>(0);

	private State state = State.CONNECTING;

	private @Nullable SocketHandler handler;

	private @Nullable HeldMessages held;

	private long mark;

	/** When this socket may send a whole burst of events again. */
	private long fullAt = System.nanoTime();

	private int pauses;

	NamespaceSocket(String id, LoopNamespace part, SessionSockets session) {
		this.id = id;
		this.part = part;
		this.session = session;
	}

	// What may be called from any thread

	@Override
	public String id() {
		return this.id;
	}

	@Override
	public String namespace() {
		return this.part.name();
	}

	@Override
	public Handshake handshake() {
		return this.session.handshake();
	}

	@Override
	public TransportType transport() {
		return this.session.transport();
	}

	@Override
	public EventExecutor executor() {
		return this.session.executor();
	}

	@Override
	public void send(OutboundPacket packet) {
		packet.checkNamespace(namespace());
		this.session.execute(() -> deliver(packet.message()));
	}

	@Override
	public void join(Collection<String> rooms) {
		List<String> names = List.copyOf(rooms);
		this.session.execute(() -> joinNow(names));
	}

	@Override
	public void leave(Collection<String> rooms) {
		List<String> names = List.copyOf(rooms);
		this.session.execute(() -> leaveNow(names));
	}

	@Override
	public void disconnect(boolean closeConnection) {
		this.session.execute(() -> {
			if (this.state == State.GONE) {
				return;
			}
			if (closeConnection) {
				this.session.disconnectAll();
			}
			else {
				disconnectByServer();
			}
		});
	}

	@Override
	public void closeConnection(CloseReason reason, @Nullable String description) {
		this.session.execute(() -> {
			if (this.state != State.GONE) {
				this.session.close(reason, description);
			}
		});
	}

	@Override
	public void pauseReading() {
		this.session.execute(() -> {
			if (this.state != State.GONE) {
				this.pauses++;
				this.session.pauseReading();
			}
		});
	}

	@Override
	public void resumeReading() {
		this.session.execute(() -> {
			if (this.pauses > 0) {
				this.pauses--;
				this.session.resumeReading();
			}
		});
	}

	void accept() {
		this.session.execute(this::connected);
	}

	void refuse(String message, byte @Nullable [] data) {
		this.session.execute(() -> refused(message, data));
	}

	// What is called on the event loop

	boolean isConnected() {
		return this.state == State.CONNECTED;
	}

	@Override
	public Set<String> rooms() {
		Set<String> rooms = new HashSet<>();
		rooms.add(this.id);
		for (Membership membership : this.memberships) {
			if (!membership.room().isHidden()) {
				rooms.add(membership.room().name());
			}
		}
		return rooms;
	}

	@Override
	public List<String> joinNow(Collection<String> rooms) {
		return (this.state != State.GONE) ? this.part.join(this, rooms) : List.of();
	}

	@Override
	public List<String> leaveNow(Collection<String> rooms) {
		return this.part.leave(this, rooms);
	}

	@Override
	public void joinHidden(String room) {
		if (this.state != State.GONE) {
			this.part.joinHidden(this, room);
		}
	}

	/** Returns the number of rooms, without those that are hidden and that of its id. */
	int roomCount() {
		int hidden = 0;
		for (Membership membership : this.memberships) {
			hidden += membership.room().isHidden() ? 1 : 0;
		}
		return this.memberships.size() - hidden;
	}

	List<Membership> memberships() {
		return this.memberships;
	}

	@Nullable Membership membership(String room) {
		for (Membership membership : this.memberships) {
			if (membership.room().name().equals(room)) {
				return membership;
			}
		}
		return null;
	}

	/** Returns whether this socket did not have the mark yet. */
	boolean mark(long mark) {
		boolean changed = this.mark != mark;
		this.mark = mark;
		return changed;
	}

	void hearBy(SocketHandler handler) {
		this.handler = handler;
	}

	void onEvent(EventPacket event) {
		this.fullAt = this.session.takeEvent(this.fullAt);
		handler().onEvent(event.arguments(), event.id());
	}

	void onAck(AckPacket ack) {
		this.fullAt = this.session.takeEvent(this.fullAt);
		handler().onAck(ack.id(), ack.arguments());
	}

	void deliver(OutboundMessage message) {
		if (this.state == State.CONNECTED) {
			this.session.send(message);
		}
		else if (this.state == State.CONNECTING) {
			hold(message);
		}
		else {
			this.session.counters().droppedGone.increment();
		}
	}

	void disconnectByServer() {
		if (this.state == State.CONNECTING) {
			held().disconnectAtEnd();
			return;
		}
		if (this.state == State.CONNECTED) {
			this.session.send(new DisconnectPacket(namespace()));
			this.session.rememberPutOut(namespace());
			leaveNamespace(CloseReason.SERVER_NAMESPACE_DISCONNECT, null);
		}
	}

	void leaveNamespace(CloseReason reason, @Nullable String description) {
		if (this.state == State.GONE) {
			return;
		}
		end();
		try {
			handler().onDisconnect(reason, description);
		}
		catch (RuntimeException ex) {
			logger.error("Disconnect handler failed in namespace {}", namespace(), ex);
		}
	}

	private void connected() {
		if (this.state != State.CONNECTING) {
			return;
		}
		this.state = State.CONNECTED;
		this.part.countConnected(1);
		this.session.onConnected();
		this.session.send(this.session.protocol().accepted(namespace(), this.id));
		HeldMessages messages = this.held;
		this.held = null;
		if (messages != null) {
			messages.forEach(this.session::send);
			if (messages.isDisconnect()) {
				disconnectByServer();
			}
		}
	}

	void refused(String message, byte @Nullable [] data) {
		if (this.state == State.CONNECTING) {
			this.session.refuse(namespace(), message, data);
			end();
		}
	}

	private void hold(OutboundMessage message) {
		if (held().add(message)) {
			return;
		}
		this.session.counters().droppedHeld.increment();
		if (!message.isDroppable()) {
			this.session.close(CloseReason.FORCED_CLOSE, "too much to send before the connect request was answered");
		}
	}

	private SocketHandler handler() {
		return Objects.requireNonNull(this.handler);
	}

	private HeldMessages held() {
		HeldMessages messages = this.held;
		if (messages == null) {
			messages = new HeldMessages(this.session.maxHeldBytes());
			this.held = messages;
		}
		return messages;
	}

	private void end() {
		boolean connected = isConnected();
		this.state = State.GONE;
		this.held = null;
		if (connected) {
			this.part.countConnected(-1);
		}
		for (; this.pauses > 0; this.pauses--) {
			this.session.resumeReading();
		}
		this.session.remove(this, this.part, connected);
	}

}
