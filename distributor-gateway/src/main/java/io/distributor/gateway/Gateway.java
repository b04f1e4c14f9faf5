package io.distributor.gateway;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.distributor.engine.forward.SessionOwners;
import io.distributor.engine.namespace.ConnectHandler;
import io.distributor.engine.namespace.ConnectRequest;
import io.distributor.engine.namespace.Namespaces;
import io.distributor.engine.namespace.SocketHandler;
import io.distributor.link.Link;
import io.distributor.link.presence.ForwardingAddress;
import io.distributor.link.presence.NodeId;

/**
 * The distributor: joins a Socket.IO server with the link.
 * <p>
 * Life: {@link #start()} before the server accepts connections; {@link #drain} when this
 * process is to leave, then the server disconnects its clients; {@link #stop()} last.
 * <p>
 * Threads: the state of a socket belongs to its event loop. What comes from the link
 * arrives on its thread and takes one hop to the event loops concerned; what comes from a
 * client is put on the link by its event loop. Who lives is an immutable snapshot that
 * the thread of the link replaces. The methods below may be called from any thread.
 */
public final class Gateway implements ConnectHandler {

	private static final Logger logger = LoggerFactory.getLogger(Gateway.class);

	private final Link link;

	private final GatewayOptions options;

	private final SessionOwners owners;

	private final GatewayParts parts;

	private final LocalSockets localSockets;

	private final AtomicReference<State> state = new AtomicReference<>(State.NEW);

	/**
	 * Creates a gateway; nothing happens before {@link #start()}.
	 * @param link this node's end of the link, not open yet; the gateway opens and closes
	 * it
	 * @param namespaces namespaces of the server; asked when the first client comes, so
	 * the server may be created after its gateway
	 * @param options limits and times
	 */
	public Gateway(Link link, Namespaces namespaces, GatewayOptions options) {
		this(link, namespaces, options, HeaderSource.NONE);
	}

	/**
	 * Creates a gateway; nothing happens before {@link #start()}.
	 * @param link this node's end of the link, not open yet; the gateway opens and closes
	 * it
	 * @param namespaces namespaces of the server; asked when the first client comes, so
	 * the server may be created after its gateway
	 * @param options limits and times
	 * @param headers gives what travels beside events of clients
	 */
	public Gateway(Link link, Namespaces namespaces, GatewayOptions options, HeaderSource headers) {
		this.link = link;
		this.options = options;
		this.owners = new LinkedSessionOwners(link);
		UnhandledTotal unhandledTotal = new UnhandledTotal(options.maxUnhandledTotal());
		GatewayCounters counters = new GatewayCounters(unhandledTotal);
		Backends backends = new Backends();
		SocketDirectory directory = new SocketDirectory(link, namespaces, options.namespaceLinger(),
				options.maxDynamicNamespaces());
		LinkOutlet outlet = new LinkOutlet(link, backends, headers);
		this.parts = new GatewayParts(options, counters, backends, new Admission(options.namespaces(), backends),
				new WaitingConnects(options.maxWaitingConnects(), counters.waitingConnects),
				new HomelessSockets(options.adoptionWait(), counters),
				new DepartedSockets(options.maxDepartedSockets(), counters), new Releases(),
				new SocketDataLimit(options.maxSocketData(), options.maxSocketDataTotal(), counters), unhandledTotal,
				new WireAckIds(), directory, outlet, new Reports(outlet, directory, counters));
		this.localSockets = new LocalSockets(this.parts);
	}

	/**
	 * Opens the link, which connects in the background. Calling it again has no effect.
	 */
	public void start() {
		if (this.state.compareAndSet(State.NEW, State.STARTED)) {
			this.link.open(new LinkInbox(this.parts));
		}
	}

	/**
	 * Returns who knows the other distributors, for requests that reach the wrong one.
	 * @return the owners of sessions, as the link knows them
	 */
	public SessionOwners sessionOwners() {
		return this.owners;
	}

	/**
	 * Tells the other distributors where this one takes requests for its sessions. To be
	 * called when the server listens there.
	 * @param tag what the ids of its sessions begin with
	 * @param address the address, reachable for the others
	 */
	public void announceForwarding(String tag, InetSocketAddress address) {
		this.link.announceForwarding(new ForwardingAddress(tag, address));
	}

	/**
	 * Begins to leave: tells all nodes, and sends every client away that comes from now
	 * on. It disconnects nobody who is there; that is the server's part.
	 * @param limit how long to wait at most; positive
	 * @return completes when no socket is left and everything about them was sent, or
	 * when the time is over; never exceptionally
	 */
	public CompletionStage<Void> drain(Duration limit) {
		if (this.state.compareAndSet(State.STARTED, State.LEAVING)) {
			logger.info("Leaving with {} sockets, in {} s at most", this.parts.counters().sockets(), limit.toSeconds());
			this.parts.admission().leave();
			this.parts.waiting().wakeAll();
			this.link.announce(Set.of(), true);
		}
		return new Leaving(this.parts.counters()).await(limit);
	}

	/**
	 * Says goodbye and closes the link. To be called when the server has stopped; blocks
	 * as long as {@link Link#close()} does. Calling it again has no effect.
	 */
	public void stop() {
		State before = this.state.getAndSet(State.STOPPED);
		this.parts.admission().leave();
		if (before == State.STARTED || before == State.LEAVING) {
			this.parts.outlet().close();
			this.link.close();
		}
	}

	/**
	 * Returns the id of this node on the link.
	 * @return the id, another one after others took this node for dead
	 */
	public NodeId id() {
		return this.link.id();
	}

	/**
	 * Returns the sockets of this distributor, for others than backends on the link.
	 * @return the sockets
	 */
	public LocalSockets localSockets() {
		return this.localSockets;
	}

	/**
	 * Returns whether a live backend that does not drain owns a namespace.
	 * @param namespace name of the namespace, beginning with a slash
	 * @return whether one does now
	 */
	public boolean hasHome(String namespace) {
		return this.parts.backends().topology().hasHome(namespace);
	}

	/**
	 * Returns limits and times.
	 * @return the options it was created with
	 */
	public GatewayOptions options() {
		return this.options;
	}

	/**
	 * Returns the number of namespaces that have sockets here, or had some until a moment
	 * ago.
	 * @return the number
	 */
	public int namespaces() {
		return this.parts.directory().size();
	}

	/**
	 * Returns what this gateway did and holds.
	 * @return the statistics, live
	 */
	public GatewayStatistics statistics() {
		return this.parts.counters();
	}

	@Override
	public SocketHandler onConnect(ConnectRequest request) {
		GatewaySocket socket = new GatewaySocket(request, this.parts);
		// Not at once: an answer must not come before the server knows the handler.
		socket.execute(socket::start);
		return socket;
	}

	private enum State {

		NEW, STARTED, LEAVING, STOPPED

	}

}
