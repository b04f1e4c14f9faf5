package io.distributor.tests.reliability.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import org.jspecify.annotations.Nullable;

/**
 * A client: WebSocket only, one namespace, and it connects again, to the next
 * distributor, whenever it is disconnected. Belongs to one event loop; what others may
 * call says so.
 */
final class LoadClient {

	static final String NAMESPACE = "/load";

	private static final long RECONNECT_MILLIS = 100;

	private final int number;

	private final EventLoop loop;

	private final Distributors distributors;

	private final List<SocketLog> logs = new ArrayList<>();

	private int attempts;

	private @Nullable Channel channel;

	private @Nullable SocketLog log;

	private volatile boolean connected;

	private volatile boolean closed;

	LoadClient(int number, EventLoop loop, Distributors distributors) {
		this.number = number;
		this.loop = loop;
		this.distributors = distributors;
	}

	/** May be called from any thread. */
	void start() {
		this.loop.execute(this::connect);
	}

	/** May be called from any thread. */
	boolean isConnected() {
		return this.connected;
	}

	/**
	 * Returns what this client wrote down. May be called from any thread.
	 * @return the logs, one for each time it connected
	 */
	synchronized List<SocketLog> logs() {
		return List.copyOf(this.logs);
	}

	private void connect() {
		if (this.closed) {
			return;
		}
		int port = this.distributors.port(this.number + this.attempts++);
		SocketLog log = new SocketLog(this.number, port);
		this.log = log;
		Bootstrap bootstrap = new Bootstrap().group(this.loop)
			.channel(io.netty.channel.socket.nio.NioSocketChannel.class)
			.handler(new ClientInitializer(port, new PacketHandler(this, log)));
		bootstrap.connect("127.0.0.1", port).addListener((ChannelFuture future) -> {
			if (future.isSuccess()) {
				this.channel = future.channel();
			}
			else {
				connectLater();
			}
		});
	}

	private void connectLater() {
		if (!this.closed) {
			this.loop.schedule(this::connect, RECONNECT_MILLIS, TimeUnit.MILLISECONDS);
		}
	}

	void onConnected(SocketLog log, String id) {
		log.connected(id);
		synchronized (this) {
			this.logs.add(log);
		}
		this.connected = true;
	}

	/** The socket or its connection ended, or was never accepted. */
	void onEnd(SocketLog log) {
		if (log == this.log) {
			this.connected = false;
			this.log = null;
			log.end();
			Channel channel = this.channel;
			if (channel != null) {
				channel.close();
			}
			connectLater();
		}
	}

	/** Sends the next event, if there is a connection that takes it. */
	void send() {
		Channel channel = this.channel;
		SocketLog log = this.log;
		if (this.connected && channel != null && log != null && channel.isWritable()) {
			int event = log.nextEvent();
			channel.writeAndFlush(
					new TextWebSocketFrame("42" + NAMESPACE + "," + event + "[\"count\"," + event + ",\"some text\"]"));
		}
	}

	/** Leaves the namespace, then the connection. May be called from any thread. */
	void close() {
		this.closed = true;
		this.loop.execute(() -> {
			Channel channel = this.channel;
			SocketLog log = this.log;
			if (log != null) {
				log.leave();
			}
			if (channel != null) {
				channel.writeAndFlush(new TextWebSocketFrame("41" + NAMESPACE + ","))
					.addListener((done) -> channel.close());
			}
		});
	}

}
