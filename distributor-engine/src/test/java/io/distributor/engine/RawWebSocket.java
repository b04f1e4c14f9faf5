package io.distributor.engine;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/**
 * A client that speaks Engine.IO over a WebSocket of the JDK, and lets the test speak
 * Socket.IO: messages go without the packet type, pings are answered unless told
 * otherwise.
 */
final class RawWebSocket implements WebSocket.Listener {

	private final BlockingQueue<Object> messages = new LinkedBlockingQueue<>();

	private final CompletableFuture<Integer> closed = new CompletableFuture<>();

	private final StringBuilder text = new StringBuilder();

	private final AtomicInteger pings = new AtomicInteger();

	private final boolean answering;

	private final WebSocket webSocket;

	RawWebSocket(HttpClient client, int port, boolean answering) throws Exception {
		this.answering = answering;
		this.webSocket = client.newWebSocketBuilder()
			.buildAsync(URI.create("ws://localhost:" + port + "/socket.io/?EIO=4&transport=websocket"), this)
			.get(5, TimeUnit.SECONDS);
	}

	RawWebSocket send(String... texts) {
		for (String message : texts) {
			this.webSocket.sendText("4" + message, true).join();
		}
		return this;
	}

	RawWebSocket send(byte[] data) {
		this.webSocket.sendBinary(ByteBuffer.wrap(data), true).join();
		return this;
	}

	String nextText() throws InterruptedException {
		return (String) next();
	}

	byte[] nextBinary() throws InterruptedException {
		return (byte[]) next();
	}

	private Object next() throws InterruptedException {
		Object message = this.messages.poll(5, TimeUnit.SECONDS);
		if (message == null) {
			throw new AssertionError("no message within 5 seconds");
		}
		return message;
	}

	boolean hasNext() {
		return !this.messages.isEmpty();
	}

	int pings() {
		return this.pings.get();
	}

	CompletableFuture<Integer> closed() {
		return this.closed;
	}

	@Override
	public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
		this.text.append(data);
		if (last) {
			onPacket(webSocket, this.text.toString());
			this.text.setLength(0);
		}
		webSocket.request(1);
		return null;
	}

	private void onPacket(WebSocket webSocket, String packet) {
		switch (packet.charAt(0)) {
			case '2' -> {
				this.pings.incrementAndGet();
				if (this.answering) {
					webSocket.sendText("3", true);
				}
			}
			case '4' -> this.messages.add(packet.substring(1));
			default -> {
			}
		}
	}

	@Override
	public @Nullable CompletionStage<?> onBinary(WebSocket webSocket, ByteBuffer data, boolean last) {
		byte[] bytes = new byte[data.remaining()];
		data.get(bytes);
		this.messages.add(bytes);
		webSocket.request(1);
		return null;
	}

	@Override
	public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
		this.closed.complete(statusCode);
		return null;
	}

	@Override
	public void onError(WebSocket webSocket, Throwable error) {
		this.closed.complete(-1);
	}

}
