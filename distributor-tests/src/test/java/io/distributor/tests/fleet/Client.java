package io.distributor.tests.fleet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import io.socket.client.Ack;
import io.socket.client.Socket;
import org.awaitility.Awaitility;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A client of the official library in one namespace. What it hears is kept as text,
 * {@code name(arguments)}, and its answer to any event that asks for one is
 * {@code answer of} its id.
 */
public final class Client implements AutoCloseable {

	private final Socket socket;

	private final List<Received> received = new CopyOnWriteArrayList<>();

	private final List<String> connects = new CopyOnWriteArrayList<>();

	private final List<String> disconnects = new CopyOnWriteArrayList<>();

	private final List<Object> connectErrors = new CopyOnWriteArrayList<>();

	private volatile boolean silent;

	Client(Socket socket) {
		this.socket = socket;
		socket.onAnyIncoming(this::receive);
		socket.on(Socket.EVENT_CONNECT, (args) -> this.connects.add(socket.id()));
		socket.on(Socket.EVENT_DISCONNECT, (args) -> this.disconnects.add((String) args[0]));
		socket.on(Socket.EVENT_CONNECT_ERROR, (args) -> this.connectErrors.add(args[0]));
	}

	private void receive(Object... arguments) {
		List<Object> values = new ArrayList<>(Arrays.asList(arguments));
		if (values.get(values.size() - 1) instanceof Ack ack) {
			values.remove(ack);
			if (!this.silent) {
				ack.call("answer of " + this.socket.id());
			}
		}
		this.received.add(new Received((String) values.remove(0), values));
	}

	/**
	 * Answers nothing from now on.
	 */
	public void fallSilent() {
		this.silent = true;
	}

	/**
	 * Returns the client of the library.
	 * @return the socket
	 */
	public Socket socket() {
		return this.socket;
	}

	public String id() {
		return this.socket.id();
	}

	/**
	 * Connects, and waits until it is.
	 * @return this client
	 */
	public Client connect() {
		this.socket.connect();
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.connects).as("connect errors: %s", this.connectErrors).isNotEmpty());
		return this;
	}

	/**
	 * Connects, and waits until it is refused.
	 * @return what the connect error carried
	 */
	public Object connectError() {
		this.socket.connect();
		Awaitility.await().untilAsserted(() -> assertThat(this.connectErrors).isNotEmpty());
		return this.connectErrors.get(0);
	}

	public void emit(String event, Object... arguments) {
		this.socket.emit(event, arguments);
	}

	/**
	 * Emits an event and waits for the answer.
	 * @param event name of the event
	 * @param arguments its arguments
	 * @return the arguments of the answer
	 */
	public List<Object> call(String event, Object... arguments) {
		CompletableFuture<List<Object>> answer = new CompletableFuture<>();
		this.socket.emit(event, arguments, (args) -> answer.complete(Arrays.asList(args)));
		assertThat(answer).succeedsWithin(Duration.ofSeconds(10));
		return answer.join();
	}

	/**
	 * Returns what it heard.
	 * @return the events, live
	 */
	public List<Received> received() {
		return this.received;
	}

	/**
	 * Returns what it heard, by name only.
	 * @return the names of the events
	 */
	public List<String> heard() {
		return this.received.stream().map(Received::name).toList();
	}

	/**
	 * Returns the ids it had, one for each time it connected.
	 * @return the ids, live
	 */
	public List<String> connects() {
		return this.connects;
	}

	/**
	 * Returns the reasons it was disconnected for.
	 * @return the reasons, live
	 */
	public List<String> disconnects() {
		return this.disconnects;
	}

	@Override
	public void close() {
		this.socket.disconnect();
	}

	/**
	 * An event.
	 *
	 * @param name its name
	 * @param arguments its arguments
	 */
	public record Received(String name, List<Object> arguments) {

	}

}
