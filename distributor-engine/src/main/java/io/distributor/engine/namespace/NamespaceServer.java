package io.distributor.engine.namespace;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

import io.distributor.engine.limit.HeldBytes;
import io.distributor.engine.protocol.socketio.PacketDecoderFactory;
import io.distributor.engine.session.EngineConnectionHandler;
import io.distributor.engine.session.EngineSession;
import io.distributor.engine.session.EngineSessionHandler;

/**
 * The Socket.IO layer of a server: gives each session the sockets of its client. May be
 * used from any thread.
 */
public final class NamespaceServer implements EngineConnectionHandler, Namespaces {

	private final NamespaceOptions options;

	private final ConnectHandler connectHandler;

	private final NamespaceCounters counters = new NamespaceCounters();

	private final HeldBytes held;

	private final NamespaceDirectory directory;

	private final PacketDecoderFactory decoders;

	/**
	 * Creates the layer.
	 * @param options its limits
	 * @param connectHandler decides about clients that want to join a namespace
	 */
	public NamespaceServer(NamespaceOptions options, ConnectHandler connectHandler) {
		this(options, connectHandler, SocketIds::new);
	}

	/**
	 * Creates the layer with public ids that are not drawn at random, for tests that can
	 * be repeated.
	 * @param options its limits
	 * @param connectHandler decides about clients that want to join a namespace
	 * @param socketIds gives each event loop what makes its ids; none may come twice
	 */
	public NamespaceServer(NamespaceOptions options, ConnectHandler connectHandler,
			Supplier<Supplier<String>> socketIds) {
		this.options = options;
		this.connectHandler = connectHandler;
		this.held = new HeldBytes(options.maxIncompleteBytes(), this.counters.limits);
		this.directory = new NamespaceDirectory(options, this.counters, socketIds);
		this.decoders = new PacketDecoderFactory(options.decoderLimits());
	}

	@Override
	public EngineSessionHandler onOpen(EngineSession session) {
		EventLoop loop = this.directory.loop(session.executor());
		SessionSockets sockets = new SessionSockets(this, session, loop, this.decoders.createDecoder());
		loop.sessions().add(sockets);
		this.counters.sessionOpened(session.transport());
		sockets.open();
		return sockets;
	}

	@Override
	public Namespace namespace(String name) {
		return this.directory.namespace(name);
	}

	/**
	 * Returns how many sockets are connected in each namespace that has one.
	 * @return the numbers by the names of the namespaces, a snapshot
	 */
	public Map<String, Integer> sockets() {
		return this.directory.sizes();
	}

	/**
	 * Closes all sessions that are open now, as if the connections were lost: clients
	 * come back by themselves. They go in small slices, in no order, so that they do not
	 * all come back at once.
	 * @param duration how long it takes; 0 or more
	 * @return completes when the last one was closed
	 */
	public CompletionStage<Void> drain(Duration duration) {
		return this.directory.drain(duration);
	}

	/**
	 * Returns what this layer did and holds.
	 * @return the statistics, live
	 */
	public NamespaceStatistics statistics() {
		return this.counters;
	}

	NamespaceOptions options() {
		return this.options;
	}

	ConnectHandler connectHandler() {
		return this.connectHandler;
	}

	HeldBytes held() {
		return this.held;
	}

	NamespaceCounters counters() {
		return this.counters;
	}

}
