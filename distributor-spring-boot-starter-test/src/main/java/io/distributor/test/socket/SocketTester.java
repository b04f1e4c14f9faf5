package io.distributor.test.socket;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

import io.distributor.backend.IndirectIo;
import io.distributor.backend.instance.Backend;
import io.distributor.backend.instance.BackendOptions;
import io.distributor.backend.statistics.HandlerObserver;
import io.distributor.link.Link;
import io.distributor.link.LinkOptions;
import io.distributor.link.memory.MemoryLinkHub;
import io.distributor.link.node.LinkNode;
import io.distributor.link.presence.NodeRole;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Connects clients that need no network to the handlers under test. Connect handlers,
 * conversion, order, rooms and acknowledgements are the real ones: a client here is a
 * connection of a distributor that is in the same process, joined with the backend by a
 * link over memory.
 * <p>
 * In a Spring test it is a bean, see
 * {@link io.distributor.test.autoconfigure.DistributorTest}; without Spring
 * {@link #of(String, Consumer)} makes one. May be used from any thread but those of
 * handlers.
 */
public final class SocketTester implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(SocketTester.class);

	private static final Duration SETTLE = Duration.ofMillis(20);

	private static final Duration LAST_WAIT = Duration.ofSeconds(1);

	private final TestDistributor distributor;

	private final ClientJson json;

	private final Runnable onClose;

	private final List<TestSocket> sockets = new CopyOnWriteArrayList<>();

	private volatile Duration timeout = Duration.ofSeconds(10);

	/**
	 * Creates a tester; clients may connect after {@link #start()}.
	 * @param link a distributor's end of the link, not open yet; closed with the tester
	 * @param mapper reads and writes what clients send and get
	 */
	public SocketTester(Link link, JsonMapper mapper) {
		this(link, mapper, () -> {
		});
	}

	private SocketTester(Link link, JsonMapper mapper, Runnable onClose) {
		this.distributor = new TestDistributor(link);
		this.json = new ClientJson(mapper);
		this.onClose = onClose;
	}

	/**
	 * Makes a tester for handlers that need no Spring, and starts it.
	 * @param namespace the namespace they belong to
	 * @param handlers registers them
	 * @return the tester, to be closed
	 */
	public static SocketTester of(String namespace, Consumer<IndirectIo> handlers) {
		MemoryLinkHub hub = new MemoryLinkHub();
		LinkOptions options = LinkOptions.DEFAULT.withHeartbeat(LinkOptions.DEFAULT.heartbeat(),
				LinkOptions.DEFAULT.deadAfter(), SETTLE);
		ExecutorService executor = Executors.newCachedThreadPool();
		Backend backend = new Backend(BackendOptions.builder(namespace).drainTimeout(LAST_WAIT).build(),
				new JsonMapper(), executor, new LinkNode(NodeRole.BACKEND, "test", options, hub.port()),
				HandlerObserver.NONE);
		handlers.accept(backend.io());
		backend.start();
		SocketTester tester = new SocketTester(new LinkNode(NodeRole.DISTRIBUTOR, "test", options, hub.port()),
				new JsonMapper(), () -> {
					backend.stop();
					executor.shutdown();
				});
		tester.start();
		return tester;
	}

	/**
	 * Lets clients connect from now on.
	 */
	public void start() {
		this.distributor.start();
	}

	/**
	 * Changes how long to wait at most for what a test expects; 10 s at first.
	 * @param timeout the time, longer than zero
	 * @return this tester
	 */
	public SocketTester timeout(Duration timeout) {
		if (timeout.isNegative() || timeout.isZero()) {
			throw new IllegalArgumentException("timeout: " + timeout + " (expected: > 0)");
		}
		this.timeout = timeout;
		return this;
	}

	/**
	 * Connects a client, and waits until it is accepted.
	 * @param namespace the namespace it joins, beginning with a slash
	 * @return the client
	 * @throws AssertionError if it is refused, or not answered in time
	 */
	public TestSocket connect(String namespace) {
		return connect(namespace, (spec) -> {
		});
	}

	/**
	 * Connects a client, and waits until it is accepted.
	 * @param namespace the namespace it joins, beginning with a slash
	 * @param spec says what the client sends of itself
	 * @return the client
	 * @throws AssertionError if it is refused, or not answered in time
	 */
	public TestSocket connect(String namespace, Consumer<ConnectSpec> spec) {
		TestSocket socket = open(namespace, spec);
		Refusal refusal = socket.awaitAnswer();
		if (refusal != null) {
			throw new AssertionError("the client was refused in " + namespace + ": " + refusal);
		}
		return socket;
	}

	/**
	 * Connects a client, and waits until it is refused.
	 * @param namespace the namespace it wants to join, beginning with a slash
	 * @param spec says what the client sends of itself
	 * @return what it was told
	 * @throws AssertionError if it is accepted, or not answered in time
	 */
	public Refusal connectRefused(String namespace, Consumer<ConnectSpec> spec) {
		Refusal refusal = open(namespace, spec).awaitAnswer();
		if (refusal == null) {
			throw new AssertionError("the client was accepted in " + namespace + " (expected: refused)");
		}
		return Objects.requireNonNull(refusal);
	}

	private TestSocket open(String namespace, Consumer<ConnectSpec> customizer) {
		ConnectSpec spec = new ConnectSpec();
		customizer.accept(spec);
		TestSocket socket = new TestSocket(namespace, this.distributor, this.json, this.timeout);
		this.sockets.add(socket);
		socket.open(spec);
		return socket;
	}

	/**
	 * Waits until everything that clients did so far is handled, and what the handlers
	 * emitted meanwhile has arrived at the clients. What comes later, from other threads,
	 * is not waited for.
	 */
	public void awaitHandled() {
		awaitHandled(this.timeout);
	}

	private void awaitHandled(Duration limit) {
		Awaitility.await("everything to be handled")
			.pollInterval(Duration.ofMillis(2))
			.atMost(limit)
			.until(this.distributor::isIdle);
	}

	/**
	 * Ends the connections of all clients, and waits until that is handled, so that the
	 * next test begins without any; a second at most, since handlers that never end may
	 * be what a test is about.
	 */
	public void closeAll() {
		this.sockets.forEach(TestSocket::dropConnection);
		this.sockets.clear();
		try {
			awaitHandled(LAST_WAIT);
		}
		catch (ConditionTimeoutException ex) {
			logger.debug("Some handlers are still at work", ex);
		}
	}

	@Override
	public void close() {
		this.sockets.forEach(TestSocket::dropConnection);
		this.distributor.close();
		this.onClose.run();
	}

}
