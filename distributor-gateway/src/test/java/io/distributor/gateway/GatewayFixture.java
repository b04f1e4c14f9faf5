package io.distributor.gateway;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import io.distributor.engine.protocol.socketio.PacketArguments;
import io.distributor.link.message.AcceptSocket;
import io.distributor.link.message.Payload;

/**
 * A started gateway between a {@link TestLink} and a {@link TestServer}.
 */
final class GatewayFixture implements AutoCloseable {

	static final GatewayOptions OPTIONS = new GatewayOptions(Set.of(), Duration.ofSeconds(30), 2, 4, 1_000, 2,
			Duration.ZERO);

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
