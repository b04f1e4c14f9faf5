package io.distributor.engine.server;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * A websocket of the JDK that collects what it gets.
 */
final class TestWebSocket implements WebSocket.Listener {

	private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();

	private final BlockingQueue<byte[]> binaries = new LinkedBlockingQueue<>();

	private final StringBuilder text = new StringBuilder();

	final CompletableFuture<Integer> closeCode = new CompletableFuture<>();

	@Nullable WebSocket socket;

	static TestWebSocket open(HttpClient client, URI uri) throws Exception {
		TestWebSocket webSocket = new TestWebSocket();
		webSocket.socket = client.newWebSocketBuilder().buildAsync(uri, webSocket).get(5, TimeUnit.SECONDS);
		return webSocket;
	}

	String next() throws InterruptedException {
		String next = this.texts.poll(5, TimeUnit.SECONDS);
		if (next == null) {
			throw new AssertionError("no text within 5 seconds");
		}
		return next;
	}

	byte[] nextBinary() throws InterruptedException {
		byte[] next = this.binaries.poll(5, TimeUnit.SECONDS);
		if (next == null) {
			throw new AssertionError("no binary within 5 seconds");
		}
		return next;
	}

	int closeCode() throws Exception {
		return this.closeCode.get(5, TimeUnit.SECONDS);
	}

	void send(String message) {
		this.socket.sendText(message, true).join();
	}

	void send(byte[] message) {
		this.socket.sendBinary(ByteBuffer.wrap(message), true).join();
	}

	@Override
	public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
		this.text.append(data);
		if (last) {
			this.texts.add(this.text.toString());
			this.text.setLength(0);
		}
		webSocket.request(1);
		return null;
	}

	@Override
	public @Nullable CompletionStage<?> onBinary(WebSocket webSocket, ByteBuffer data, boolean last) {
		byte[] bytes = new byte[data.remaining()];
		data.get(bytes);
		this.binaries.add(bytes);
		webSocket.request(1);
		return null;
	}

	@Override
	public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
		this.closeCode.complete(statusCode);
		return null;
	}

	@Override
	public void onError(WebSocket webSocket, Throwable error) {
		this.closeCode.completeExceptionally(error);
	}

}
