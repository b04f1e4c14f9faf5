package io.distributor.engine.namespace;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

import io.netty.buffer.Unpooled;
import io.netty.util.concurrent.EventExecutor;
import org.jspecify.annotations.Nullable;

import io.distributor.engine.session.CloseReason;
import io.distributor.engine.session.EngineConnectionHandler;
import io.distributor.engine.session.EngineSession;
import io.distributor.engine.session.EngineSessionHandler;
import io.distributor.engine.session.Handshake;
import io.distributor.engine.session.OutboundMessage;
import io.distributor.engine.session.TransportType;

/**
 * A session without a network: keeps what was sent and closes at once, within
 * {@link #close} when called on its event loop.
 */
final class TestSession implements EngineSession {

	private final EventExecutor executor;

	private final List<OutboundMessage> sent = new CopyOnWriteArrayList<>();

	private volatile @Nullable EngineSessionHandler handler;

	private volatile @Nullable CloseReason closeReason;

	private volatile boolean paused;

	private volatile int capacity = Integer.MAX_VALUE;

	private TestSession(EventExecutor executor) {
		this.executor = executor;
	}

	static TestSession open(EngineConnectionHandler server, EventExecutor executor) {
		TestSession session = new TestSession(executor);
		session.run(() -> session.handler = server.onOpen(session));
		return session;
	}

	void receive(String... texts) {
		for (String text : texts) {
			run(() -> handler().onText(Unpooled.copiedBuffer(text, StandardCharsets.UTF_8)));
		}
	}

	void receive(byte[] data) {
		run(() -> handler().onBinary(Unpooled.wrappedBuffer(data)));
	}

	/** Returns the texts sent, binary messages as their length in brackets. */
	List<String> sent() {
		settle();
		List<String> texts = new ArrayList<>();
		for (OutboundMessage message : this.sent) {
			texts.add(new String(Objects.requireNonNull(message.text()), StandardCharsets.UTF_8));
			message.binaries().forEach((binary) -> texts.add("<" + binary.length + ">"));
		}
		return texts;
	}

	List<OutboundMessage> messages() {
		settle();
		return this.sent;
	}

	String lastSent() {
		List<String> texts = sent();
		return texts.get(texts.size() - 1);
	}

	@Nullable CloseReason closeReason() {
		settle();
		return this.closeReason;
	}

	boolean isPaused() {
		settle();
		return this.paused;
	}

	void closeAfter(int messages) {
		this.capacity = messages;
	}

	/** Waits until the tasks given so far, and those they give, are done. */
	void settle() {
		for (int i = 0; i < 3; i++) {
			run(() -> {
			});
		}
	}

	private void run(Runnable task) {
		this.executor.submit(task).syncUninterruptibly();
	}

	private EngineSessionHandler handler() {
		return Objects.requireNonNull(this.handler);
	}

	@Override
	public String id() {
		return "secret";
	}

	@Override
	public Handshake handshake() {
		return new Handshake(Instant.EPOCH, "127.0.0.1", false, false, "/socket.io/", Map.of(), Map.of(),
				TransportType.WEBSOCKET, 4);
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
		if (!this.executor.inEventLoop()) {
			throw new IllegalStateException("send: called from another thread");
		}
		if (this.closeReason != null) {
			return;
		}
		if (this.sent.size() >= this.capacity) {
			close(CloseReason.SLOW_CONSUMER, null);
			return;
		}
		this.sent.add(message);
	}

	@Override
	public void pauseReading() {
		this.paused = true;
	}

	@Override
	public void resumeReading() {
		this.paused = false;
	}

	@Override
	public void close(CloseReason reason, @Nullable String description) {
		if (!this.executor.inEventLoop()) {
			this.executor.execute(() -> close(reason, description));
		}
		else if (this.closeReason == null) {
			this.closeReason = reason;
			handler().onClose(reason, description);
		}
	}

}
