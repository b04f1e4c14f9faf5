package io.distributor.autoconfigure;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

import io.socket.client.Ack;
import io.socket.client.IO;
import io.socket.client.Socket;
import io.socket.engineio.client.transports.Polling;

/**
 * The official Java client, waiting for what happens.
 */
public final class Client implements AutoCloseable {

	private static final int SECONDS = 20;

	private final Socket socket;

	private Client(Socket socket) {
		this.socket = socket;
	}

	public static Client to(int port, String namespace) {
		return to(port, namespace, Map.of());
	}

	public static Client to(int port, String namespace, Map<String, String> auth) {
		IO.Options options = IO.Options.builder().setForceNew(true).setAuth(auth).build();
		return new Client(IO.socket(URI.create("http://localhost:" + port + namespace), options));
	}

	/**
	 * Makes a client that sends headers.
	 */
	public static Client withHeaders(int port, String namespace, Map<String, List<String>> headers) {
		IO.Options options = IO.Options.builder().setForceNew(true).setExtraHeaders(headers).build();
		return new Client(IO.socket(URI.create("http://localhost:" + port + namespace), options));
	}

	/**
	 * Over a websocket this client does not notice a close frame of the server.
	 */
	static Client polling(int port, String namespace) {
		IO.Options options = IO.Options.builder()
			.setForceNew(true)
			.setTransports(new String[] { Polling.NAME })
			.build();
		return new Client(IO.socket(URI.create("http://localhost:" + port + namespace), options));
	}

	public Client connect() throws InterruptedException {
		BlockingQueue<Object[]> connected = on(Socket.EVENT_CONNECT);
		this.socket.connect();
		take(connected);
		return this;
	}

	public Object[] connectExpectingError() throws InterruptedException {
		BlockingQueue<Object[]> refused = on(Socket.EVENT_CONNECT_ERROR);
		this.socket.connect();
		return take(refused);
	}

	public BlockingQueue<Object[]> on(String event) {
		BlockingQueue<Object[]> events = new ArrayBlockingQueue<>(100);
		this.socket.on(event, events::add);
		return events;
	}

	public void emit(String event, Object... arguments) {
		this.socket.emit(event, arguments);
	}

	public Object[] ask(String event, Object... arguments) throws InterruptedException {
		BlockingQueue<Object[]> answers = new ArrayBlockingQueue<>(1);
		this.socket.emit(event, arguments, (Ack) answers::add);
		return take(answers);
	}

	public static Object[] take(BlockingQueue<Object[]> events) throws InterruptedException {
		Object[] arguments = events.poll(SECONDS, TimeUnit.SECONDS);
		if (arguments == null) {
			throw new AssertionError("nothing came within " + SECONDS + " s");
		}
		return arguments;
	}

	@Override
	public void close() {
		this.socket.close();
	}

}
