package io.distributor.gateway;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import io.distributor.engine.protocol.socketio.PacketArguments;
import io.distributor.engine.namespace.SocketHandler;
import io.distributor.link.message.AcceptSocket;
import io.distributor.link.message.EventsHandled;
import io.distributor.link.message.LinkMessage;
import io.distributor.link.message.Payload;

/**
 * A started gateway between a {@link TestLink} and a {@link TestServer}.
 */
final class GatewayFixture implements AutoCloseable {

	static final GatewayOptions OPTIONS = GatewayOptions.builder()
		.backendWait(Duration.ofSeconds(30))
		.maxWaitingConnects(2)
		.maxUnhandledEvents(4)
		.maxUnhandledBytes(1_000)
		.maxPendingAcks(2)
		.maxSocketData(100)
		.namespaceLinger(Duration.ZERO)
		.build();

	final TestLink link = new TestLink();

	final TestServer server = new TestServer();

	final Gateway gateway;

	GatewayFixture() {
		this(OPTIONS);
	}

	GatewayFixture(GatewayOptions options) {
		this.gateway = new Gateway(this.link, this.server, options);
		this.gateway.start();
	}

	/** The link is up and one backend owns {@code /chat}. */
	GatewayFixture withBackend() {
		this.link.listener().onUp();
		this.link.announceBackend("chat-1", "/chat");
		return this;
	}

	TestClient connect(String namespace, String id) {
		return this.server.connect(this.gateway, namespace, id);
	}

	/** A client joins {@code /chat}, the backend accepts. */
	TestClient join(String id) {
		TestClient client = connect("/chat", id);
		this.link.receive("chat-1", new AcceptSocket("/chat", id, 1));
		settle();
		return client;
	}

	void emit(TestClient client, long ackId) {
		client.act((handler) -> handler.onEvent(arguments("[\"hello\"]"), ackId));
		settle();
	}

	/** A client sends a number of events that need no acknowledgement. */
	void emitMany(TestClient client, int count) {
		for (int i = 0; i < count; i++) {
			emit(client, SocketHandler.NO_ACK);
		}
	}

	/** A client that sent nothing leaves, the backend has heard of it. */
	void leave(TestClient client) {
		client.disconnect(false);
		settle();
		this.link.receive("chat-1", new EventsHandled("/chat", client.id(), 1, 1));
		settle();
	}

	/** What a backend says arrives, and the event loop has done all there is to do. */
	void receive(String sender, LinkMessage message) {
		this.link.receive(sender, message);
		settle();
	}

	void settle() {
		this.server.settle();
	}

	GatewayStatistics statistics() {
		return this.gateway.statistics();
	}

	static PacketArguments arguments(String json) {
		return new PacketArguments(json.getBytes(StandardCharsets.UTF_8), List.of());
	}

	static Payload payload(String json) {
		return new Payload(json.getBytes(StandardCharsets.UTF_8), List.of());
	}

	@Override
	public void close() {
		this.gateway.stop();
		this.server.close();
	}

}
