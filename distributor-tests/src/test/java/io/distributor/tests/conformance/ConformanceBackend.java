package io.distributor.tests.conformance;

import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import io.distributor.backend.Arguments;
import io.distributor.backend.EventHandler;
import io.distributor.backend.IndirectIo;
import io.distributor.backend.Socket;
import io.distributor.engine.ServerOptionsBuilder;
import io.distributor.tests.fleet.Fleet;

/**
 * A distributor and the backend of the namespaces {@code /} and {@code /custom} in one
 * JVM. A socket is sent {@code auth} with what it sent as auth; {@code message} is
 * answered by {@code message-back}, and {@code message-with-ack} acknowledged, with the
 * arguments that came. {@link #main} runs it for suites that come from elsewhere.
 */
public final class ConformanceBackend implements AutoCloseable {

	private final Queue<String> closed = new ConcurrentLinkedQueue<>();

	private final Fleet fleet;

	private ConformanceBackend(Consumer<ServerOptionsBuilder> change) {
		this.fleet = Fleet.inMemory()
			.server(change)
			.distributors(1)
			.backend("/", this::handle)
			.backend("/custom", this::handle)
			.start();
	}

	/**
	 * Runs distributor and backend until the process is ended.
	 * @param args the port, by default 3000
	 */
	public static void main(String[] args) {
		int port = (args.length > 0) ? Integer.parseInt(args[0]) : 3000;
		start((options) -> options
			.engine((engine) -> engine.host(null).port(port).cors(EngineEcho.ANY_ORIGIN).allowRevision3(true)));
	}

	/** Starts with the short times that conformance suites expect. */
	static ConformanceBackend start(Consumer<ServerOptionsBuilder> change) {
		return new ConformanceBackend((options) -> {
			options.connectTimeout(Duration.ofSeconds(1));
			options.engine((engine) -> engine.pingInterval(Duration.ofMillis(300))
				.pingTimeout(Duration.ofMillis(200))
				.maxPayload(1_000_000));
			change.accept(options);
		});
	}

	/** Starts with a heartbeat that no test has to mind. */
	static ConformanceBackend startCalm() {
		return start((options) -> {
			options.connectTimeout(Duration.ofSeconds(45));
			options.engine((engine) -> engine.pingInterval(Duration.ofSeconds(25)).pingTimeout(Duration.ofSeconds(20)));
		});
	}

	Endpoint endpoint() {
		return new Endpoint(this.fleet.distributor(0).listeningPort(), "/socket.io/", 4);
	}

	/** Returns why sockets were disconnected, as {@code namespace reason}. */
	Queue<String> closed() {
		return this.closed;
	}

	private void handle(IndirectIo io) {
		io.on("connection", ConformanceBackend::emitAuth);
		io.onEvent("message", (event) -> {
			event.socket().emit("message-back", arguments(event.arguments()));
			return EventHandler.NO_ANSWER;
		});
		io.onEvent("message-with-ack", (event) -> {
			event.ack().send(arguments(event.arguments()));
			return EventHandler.NO_ANSWER;
		});
		io.onDisconnect((socket, reason) -> this.closed.add(io.name() + " " + reason.text()));
	}

	private static void emitAuth(Socket socket) {
		Object auth = socket.handshake().auth(Object.class);
		socket.emit("auth", (auth != null) ? auth : Map.of());
	}

	private static Object[] arguments(Arguments arguments) {
		return IntStream.range(0, arguments.size()).mapToObj((i) -> arguments.get(i, Object.class)).toArray();
	}

	@Override
	public void close() {
		this.fleet.stop();
	}

}
