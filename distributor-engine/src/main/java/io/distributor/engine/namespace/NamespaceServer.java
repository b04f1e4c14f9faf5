package io.distributor.engine.namespace;

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

	private final NamespaceDirectory directory;

	private final PacketDecoderFactory decoders;

	/**
	 * Creates the layer.
	 * @param options its limits
	 * @param connectHandler decides about clients that want to join a namespace
	 */
	public NamespaceServer(NamespaceOptions options, ConnectHandler connectHandler) {
		this.options = options;
		this.connectHandler = connectHandler;
		this.directory = new NamespaceDirectory(options, this.counters);
		this.decoders = new PacketDecoderFactory(options.decoderLimits());
	}

	@Override
	public EngineSessionHandler onOpen(EngineSession session) {
		SessionSockets sockets = new SessionSockets(this, session, this.directory.loop(session.executor()),
				this.decoders.createDecoder());
		sockets.startConnectTimeout();
		return sockets;
	}

	@Override
	public Namespace namespace(String name) {
		return this.directory.namespace(name);
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

	NamespaceCounters counters() {
		return this.counters;
	}

}
