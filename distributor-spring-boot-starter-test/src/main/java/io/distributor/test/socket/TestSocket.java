package io.distributor.test.socket;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import io.distributor.backend.Arguments;
import io.distributor.engine.protocol.socketio.AckPacket;
import io.distributor.engine.protocol.socketio.ConnectErrorPacket;
import io.distributor.engine.protocol.socketio.ConnectPacket;
import io.distributor.engine.protocol.socketio.DisconnectPacket;
import io.distributor.engine.protocol.socketio.EventPacket;
import io.distributor.engine.protocol.socketio.Packet;
import io.distributor.engine.session.CloseReason;
import org.assertj.core.api.AssertProvider;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A client without a network, as a test holds it: it sends events, records what it gets,
 * and answers. Works with AssertJ: {@code assertThat(socket).hasReceived("message")}.
 */
public final class TestSocket implements AssertProvider<TestSocketAssert> {

	private final String namespace;

	private final TestDistributor distributor;

	private final ClientJson json;

	private final Duration timeout;

	private final ClientState state;

	private final Map<String, Function<Arguments, @Nullable Object>> answers = new ConcurrentHashMap<>();

	private volatile @Nullable ClientConnection connection;

	TestSocket(String namespace, TestDistributor distributor, ClientJson json, Duration timeout) {
		this.namespace = namespace;
		this.distributor = distributor;
		this.json = json;
		this.timeout = timeout;
		this.state = new ClientState(timeout);
	}

	void open(ConnectSpec spec) {
		this.connection = this.distributor.connect(spec.handshake(), new Listener());
		write(new ConnectPacket(this.namespace, this.json.auth(spec.auth())));
	}

	@Nullable Refusal awaitAnswer() {
		this.state.await("answer to the connect request",
				() -> (this.state.id() != null || this.state.refusal() != null) ? Boolean.TRUE : null);
		return this.state.refusal();
	}

	/**
	 * Returns the id of the socket, the same as in handlers.
	 * @return the id
	 */
	public String id() {
		return Objects.requireNonNull(this.state.id());
	}

	/**
	 * Sends an event, and waits for nothing.
	 * @param event name of the event
	 * @param arguments anything Jackson can write; {@code byte[]} travels as binary
	 */
	public void emit(String event, @Nullable Object... arguments) {
		write(new EventPacket(this.namespace, EventPacket.NO_ID, this.json.event(event, arguments)));
	}

	/**
	 * Sends an event, and waits for the answer. All that the handler emitted before it
	 * answered has been received then.
	 * @param event name of the event
	 * @param arguments anything Jackson can write; {@code byte[]} travels as binary
	 * @return arguments of the answer
	 * @throws AssertionError if none comes in time, or the client is disconnected
	 */
	public Arguments emitWithAck(String event, @Nullable Object... arguments) {
		CompletableFuture<Arguments> answer = new CompletableFuture<>();
		long id = this.state.expect(answer);
		write(new EventPacket(this.namespace, id, this.json.event(event, arguments)));
		try {
			return answer.get(this.timeout.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			throw new AssertionError("no answer to '" + event + "' within " + this.timeout.toMillis() + " ms", ex);
		}
		catch (ExecutionException ex) {
			throw new AssertionError("no answer to '" + event + "'", ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError("interrupted while waiting for the answer to '" + event + "'", ex);
		}
	}

	/**
	 * Says what this client answers to an event that asks for an acknowledgement. Without
	 * that it never answers.
	 * @param event name of the event
	 * @param answer makes the argument of the answer
	 * @return this client
	 */
	public TestSocket answering(String event, Function<Arguments, @Nullable Object> answer) {
		this.answers.put(event, answer);
		return this;
	}

	/**
	 * Waits for the next event of a name. Each event is returned once.
	 * @param event name of the event
	 * @return the event
	 * @throws AssertionError if none comes in time, or the client is disconnected
	 */
	public ReceivedEvent awaitEvent(String event) {
		return this.state.awaitEvent(event);
	}

	/**
	 * Returns all events received so far, in their order.
	 * @return the events, a snapshot
	 */
	public List<ReceivedEvent> received() {
		return this.state.received();
	}

	/**
	 * Returns the rooms the socket is in now, its own id among them, as the distributor
	 * knows them.
	 * @return the rooms, empty if the client is not connected
	 */
	public Set<String> rooms() {
		return this.distributor.rooms(this.namespace, id());
	}

	/**
	 * Returns whether the client is in the namespace.
	 * @return whether it is connected
	 */
	public boolean isConnected() {
		return this.state.id() != null && this.state.end() == null;
	}

	/**
	 * Leaves the namespace.
	 */
	public void disconnect() {
		write(new DisconnectPacket(this.namespace));
		this.state.ended(CloseReason.CLIENT_NAMESPACE_DISCONNECT.text());
	}

	/**
	 * Loses its connection.
	 */
	public void dropConnection() {
		ClientConnection connection = this.connection;
		if (connection != null) {
			connection.drop();
		}
	}

	@Override
	public TestSocketAssert assertThat() {
		return new TestSocketAssert(this);
	}

	ClientState state() {
		return this.state;
	}

	ClientJson json() {
		return this.json;
	}

	Duration timeout() {
		return this.timeout;
	}

	private void write(Packet packet) {
		Objects.requireNonNull(this.connection).write(packet);
	}

	@Override
	public String toString() {
		return "client " + this.state.id() + " in " + this.namespace;
	}

	/** What the server sends. */
	private final class Listener implements ConnectionListener {

		@Override
		public void onPacket(Packet packet) {
			if (packet instanceof EventPacket event) {
				onEvent(event);
			}
			else if (packet instanceof AckPacket ack) {
				TestSocket.this.state.answered(ack.id(), TestSocket.this.json.answer(ack.arguments()));
			}
			else if (packet instanceof ConnectPacket connect && connect.payload() != null) {
				TestSocket.this.state.connected(TestSocket.this.json.tree(connect.payload()).path("sid").asString());
			}
			else if (packet instanceof ConnectErrorPacket error) {
				JsonNode payload = TestSocket.this.json.tree(error.payload());
				TestSocket.this.state.refused(new Refusal(payload.path("message").asString(), payload.get("data")));
			}
			else if (packet instanceof DisconnectPacket) {
				TestSocket.this.state.ended("io server disconnect");
			}
		}

		private void onEvent(EventPacket packet) {
			ReceivedEvent event = TestSocket.this.json.event(packet.arguments());
			Function<Arguments, @Nullable Object> answer = TestSocket.this.answers.get(event.name());
			if (packet.id() != EventPacket.NO_ID && answer != null) {
				write(new AckPacket(TestSocket.this.namespace, packet.id(),
						TestSocket.this.json.answer(answer.apply(event.arguments()))));
			}
			TestSocket.this.state.received(event);
		}

		@Override
		public void onClosed(CloseReason reason) {
			TestSocket.this.state.ended(reason.text());
		}

	}

}
