package io.distributor.tests.reliability.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import org.awaitility.Awaitility;

/**
 * Clients that send numbered events at a set rate. May be used from any thread.
 */
public final class Load implements AutoCloseable {

	private final MultiThreadIoEventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());

	private final EventLoop loop = this.group.next();

	private final List<LoadClient> clients = new ArrayList<>();

	private final List<ScheduledFuture<?>> sending = new ArrayList<>();

	/**
	 * Creates a load; nothing happens before {@link #connect}.
	 * @param clients number of clients
	 * @param distributors where they connect
	 */
	public Load(int clients, Distributors distributors) {
		for (int i = 0; i < clients; i++) {
			this.clients.add(new LoadClient(i, this.loop, distributors));
		}
	}

	/**
	 * Connects all clients.
	 * @param patience how long that may take
	 */
	public void connect(Duration patience) {
		this.clients.forEach(LoadClient::start);
		awaitConnected(patience);
	}

	/**
	 * Waits until all clients are connected.
	 * @param patience how long that may take
	 */
	public void awaitConnected(Duration patience) {
		Awaitility.await("all clients connected")
			.atMost(patience)
			.until(() -> this.clients.stream().allMatch(LoadClient::isConnected));
	}

	/**
	 * Begins to send.
	 * @param eventsPerSecond events of all clients together
	 */
	public void send(int eventsPerSecond) {
		long period = TimeUnit.SECONDS.toNanos(1) * this.clients.size() / eventsPerSecond;
		for (int i = 0; i < this.clients.size(); i++) {
			long phase = period * i / this.clients.size();
			this.sending
				.add(this.loop.scheduleAtFixedRate(this.clients.get(i)::send, phase, period, TimeUnit.NANOSECONDS));
		}
	}

	/**
	 * Stops sending and waits for the answers still missing on sockets that live.
	 * @param patience how long at most; answers that are missing then are missing in the
	 * logs
	 */
	public void finish(Duration patience) {
		this.sending.forEach((task) -> task.cancel(false));
		try {
			Awaitility.await().atMost(patience).until(() -> unanswered() == 0);
		}
		catch (org.awaitility.core.ConditionTimeoutException ex) {
			return;
		}
	}

	private int unanswered() {
		return logs().stream().filter((log) -> !log.isLost()).mapToInt(SocketLog::unanswered).sum();
	}

	/**
	 * Returns what the clients wrote down.
	 * @return the logs of all sockets
	 */
	public List<SocketLog> logs() {
		return this.clients.stream().flatMap((client) -> client.logs().stream()).toList();
	}

	/**
	 * Lets all clients leave.
	 */
	public void leave() {
		this.clients.forEach(LoadClient::close);
	}

	@Override
	public void close() {
		leave();
		this.group.shutdownGracefully(100, 2_000, TimeUnit.MILLISECONDS).syncUninterruptibly();
	}

}
