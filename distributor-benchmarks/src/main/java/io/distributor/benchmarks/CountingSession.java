package io.distributor.benchmarks;

import java.time.Instant;
import java.util.Map;

import io.netty.util.concurrent.EventExecutor;
import org.jspecify.annotations.Nullable;

import io.distributor.engine.session.CloseReason;
import io.distributor.engine.session.EngineSession;
import io.distributor.engine.session.Handshake;
import io.distributor.engine.session.OutboundMessage;
import io.distributor.engine.session.TransportType;

/**
 * A session without a network: counts what is sent.
 */
final class CountingSession implements EngineSession {

	private static final Handshake HANDSHAKE = new Handshake(Instant.EPOCH, "127.0.0.1", false, false, "/socket.io/",
			Map.of(), Map.of(), TransportType.WEBSOCKET, 4);

	private final EventExecutor executor;

	private long sent;

	CountingSession(EventExecutor executor) {
		this.executor = executor;
	}

	long sent() {
		return this.sent;
	}

	@Override
	public String id() {
		return "benchmark";
	}

	@Override
	public Handshake handshake() {
		return HANDSHAKE;
	}

	@Override
	public TransportType transport() {
		return TransportType.WEBSOCKET;
	}

	@Override
	public EventExecutor executor() {
		return this.executor;
	}

	@Override
	public void send(OutboundMessage message) {
		this.sent++;
	}

	@Override
	public void pauseReading() {
	}

	@Override
	public void resumeReading() {
	}

	@Override
	public void close(CloseReason reason, @Nullable String description) {
	}

}
