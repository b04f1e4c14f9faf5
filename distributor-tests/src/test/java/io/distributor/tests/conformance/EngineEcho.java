package io.distributor.tests.conformance;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;

import io.distributor.engine.server.CorsOptions;
import io.distributor.engine.server.EngineOptions;
import io.distributor.engine.server.EngineOptionsBuilder;
import io.distributor.engine.server.EngineServer;
import io.distributor.engine.session.CloseReason;
import io.distributor.engine.session.EngineSession;
import io.distributor.engine.session.EngineSessionHandler;
import io.distributor.engine.session.OutboundMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * An Engine.IO server alone, which sends every message back. {@link #main} runs it for
 * suites that come from elsewhere.
 */
public final class EngineEcho implements AutoCloseable {

	static final CorsOptions ANY_ORIGIN = new CorsOptions(Set.of("*"), false, Set.of("*"), Duration.ofMinutes(30));

	private final Queue<EngineSession> sessions = new ConcurrentLinkedQueue<>();

	private final Queue<String> received = new ConcurrentLinkedQueue<>();

	private final Queue<String> closed = new ConcurrentLinkedQueue<>();

	private final EngineServer server;

	private EngineEcho(EngineOptions options) {
		this.server = new EngineServer(options, this::onOpen);
		this.server.start();
	}

	/**
	 * Runs the server until the process is ended.
	 * @param args the port, by default 3000
	 */
	public static void main(String[] args) {
		int port = (args.length > 0) ? Integer.parseInt(args[0]) : 3000;
		start((options) -> options.port(port).cors(ANY_ORIGIN).allowRevision3(true));
	}

	/** Starts a server with the short heartbeat that conformance suites expect. */
	static EngineEcho start(UnaryOperator<EngineOptionsBuilder> change) {
		return new EngineEcho(change
			.apply(EngineOptions.builder()
				.port(0)
				.pingInterval(Duration.ofMillis(300))
				.pingTimeout(Duration.ofMillis(200))
				.maxPayload(1_000_000))
			.build());
	}

	/** Starts a server whose heartbeat no test has to mind. */
	static EngineEcho startCalm() {
		return start((options) -> options.pingInterval(Duration.ofSeconds(25)).pingTimeout(Duration.ofSeconds(20)));
	}

	Endpoint endpoint() {
		return new Endpoint(this.server.port(), "/engine.io/", 4);
	}

	/** Returns the session of these requests, which may just be opening. */
	EngineSession session(String target) {
		return Awaitility.await()
			.until(() -> this.sessions.stream()
				.filter((session) -> target.endsWith("&sid=" + session.id()))
				.findFirst(), Optional::isPresent)
			.orElseThrow();
	}

	/** Returns the only session there was, which may just be opening. */
	EngineSession session() {
		return Awaitility.await().until(this.sessions::peek, Objects::nonNull);
	}

	/** Returns the text messages that arrived. */
	Queue<String> received() {
		return this.received;
	}

	/** Returns why sessions were closed, as {@code REASON: description}. */
	Queue<String> closed() {
		return this.closed;
	}

	private EngineSessionHandler onOpen(EngineSession session) {
		this.sessions.add(session);
		return new Echo(session, this.received, this.closed);
	}

	@Override
	public void close() {
		this.server.stop(Duration.ZERO);
	}

	private record Echo(EngineSession session, Queue<String> received,
			Queue<String> closed) implements EngineSessionHandler {

		@Override
		public void onText(ByteBuf text) {
			byte[] bytes = ByteBufUtil.getBytes(text);
			this.received.add(new String(bytes, StandardCharsets.UTF_8));
			this.session.send(new OutboundMessage(bytes, List.of(), false));
		}

		@Override
		public void onBinary(ByteBuf data) {
			this.session.send(new OutboundMessage(null, List.of(ByteBufUtil.getBytes(data)), false));
		}

		@Override
		public void onClose(CloseReason reason, @Nullable String description) {
			this.closed.add(reason + ": " + description);
		}

	}

}
