package io.distributor.benchmarks.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;

/**
 * Many clients on one event loop. Its methods are for one thread, which is not the event
 * loop; what it calls back runs there.
 * <p>
 * A client that is refused or disconnected, or hears something else than what it asked
 * for, fails whatever is asked of the driver from then on: what is measured with the
 * others would look better than it is.
 */
public final class Driver implements AutoCloseable {

	/** How many clients open their connections at the same time. */
	private static final int OPENING = 100;

	private static final long PATIENCE_SECONDS = 120;

	private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("driver", true),
			NioIoHandler.newFactory());

	private final EventLoop loop = this.group.next();

	private final List<Client> clients = new ArrayList<>();

	private final Relay relay = new Relay();

	private final SourceAddresses sources = new SourceAddresses(System.nanoTime());

	/**
	 * Connects clients, alternating between the ports, and waits until all are accepted.
	 * @param ports ports of the servers
	 * @param count how many
	 * @param transport what carries them
	 * @return the clients
	 * @throws IllegalStateException if one fails, or not all are accepted within two
	 * minutes
	 */
	public List<Client> connect(List<Integer> ports, int count, Transport transport) {
		Opening opening = new Opening(ports, count, transport);
		call(() -> {
			this.relay.listen(opening);
			opening.openMore();
			return true;
		});
		long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
		while (call(() -> this.clients.size()) < count) {
			if (System.nanoTime() > deadline) {
				throw new IllegalStateException(call(() -> this.clients.size()) + " clients are connected (expected: "
						+ count + " after " + PATIENCE_SECONDS + " s)");
			}
			pause(5);
		}
		return List.copyOf(this.clients);
	}

	/**
	 * Lets someone hear what happens to the clients.
	 * @param events hears it from now on, alone
	 */
	public void listen(ClientEvents events) {
		call(() -> {
			this.relay.listen(events);
			return true;
		});
	}

	/**
	 * Returns the event loop, for what has to run at certain times.
	 * @return the event loop
	 */
	public EventLoop loop() {
		return this.loop;
	}

	/**
	 * Runs something on the event loop and waits for it.
	 * @param <T> type of its result
	 * @param action what to run
	 * @return its result
	 * @throws IllegalStateException if a client has failed
	 */
	public <T> T call(Callable<T> action) {
		T result = run(action);
		this.relay.requireNoFailure();
		return result;
	}

	private <T> T run(Callable<T> action) {
		try {
			return this.loop.submit(action).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted", ex);
		}
		catch (ExecutionException | java.util.concurrent.TimeoutException ex) {
			throw new IllegalStateException("The event loop of the driver does not answer", ex);
		}
	}

	/**
	 * Makes sure that all clients are well.
	 * @throws IllegalStateException if one has failed
	 */
	public void requireNoFailure() {
		this.relay.requireNoFailure();
	}

	/**
	 * Waits.
	 * @param millis how long
	 */
	public static void pause(long millis) {
		try {
			TimeUnit.MILLISECONDS.sleep(millis);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted", ex);
		}
	}

	/**
	 * Closes all connections.
	 */
	@Override
	public void close() {
		this.loop.execute(() -> {
			this.relay.close();
			this.clients.forEach(Client::close);
		});
		this.group.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly(6, TimeUnit.SECONDS);
	}

	/** Opens connections, some at a time. */
	private final class Opening implements ClientEvents {

		private final List<Integer> ports;

		private final int count;

		private final Transport transport;

		private int begun;

		private int pending;

		Opening(List<Integer> ports, int count, Transport transport) {
			this.ports = ports;
			this.count = count;
			this.transport = transport;
		}

		void openMore() {
			while (this.pending < OPENING && this.begun < this.count) {
				this.pending++;
				open(this.begun++);
			}
		}

		private void open(int number) {
			int port = this.ports.get(number % this.ports.size());
			String source = Driver.this.sources.of(number);
			switch (this.transport) {
				case WEBSOCKET -> connect(source, port, new WebSocketConnection(port, Driver.this.relay));
				case POLLING ->
					new PollingConnection(port, Driver.this.relay, (connection) -> connect(source, port, connection))
						.open();
			}
		}

		private void connect(String source, int port, ChannelHandler handler) {
			ChannelFuture opened = new Bootstrap().group(Driver.this.loop)
				.channel(NioSocketChannel.class)
				.option(ChannelOption.TCP_NODELAY, true)
				.localAddress(source, 0)
				.handler(handler)
				.connect("127.0.0.1", port);
			opened.addListener((result) -> {
				if (!result.isSuccess()) {
					Driver.this.relay.fail(new IllegalStateException("no connection to port " + port, result.cause()));
				}
			});
		}

		@Override
		public void onConnect(Client client) {
			Driver.this.clients.add(client);
			this.pending--;
			openMore();
		}

	}

}
