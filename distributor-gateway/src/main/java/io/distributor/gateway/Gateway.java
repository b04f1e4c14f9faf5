package io.distributor.gateway;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

import io.distributor.engine.namespace.ConnectHandler;
import io.distributor.engine.namespace.ConnectRequest;
import io.distributor.engine.namespace.Namespaces;
import io.distributor.engine.namespace.SocketHandler;
import io.distributor.link.Link;

/**
 * The distributor: joins a Socket.IO server with the link.
 * <p>
 * Life: {@link #start()} before the server accepts connections; {@link #drain} when this
 * process is to leave, then the server disconnects its clients; {@link #stop()} last.
 */
public final class Gateway implements ConnectHandler {

	/**
	 * Creates a gateway; nothing happens before {@link #start()}.
	 * @param link this node's end of the link, not open yet; the gateway opens and closes
	 * it
	 * @param namespaces namespaces of the server; asked when the first client comes, so
	 * the server may be created after its gateway
	 * @param options limits and times
	 */
	public Gateway(Link link, Namespaces namespaces, GatewayOptions options) {
	}

	/**
	 * Opens the link, which connects in the background. Calling it again has no effect.
	 */
	public void start() {
		throw new UnsupportedOperationException();
	}

	/**
	 * Begins to leave: tells all nodes, and refuses every client that comes from now on.
	 * It disconnects nobody; that is the server's part.
	 * @param limit how long to wait at most; positive
	 * @return completes when no socket is left and everything about them was sent, or
	 * when the time is over; never exceptionally
	 */
	public CompletionStage<Void> drain(Duration limit) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Says goodbye and closes the link. To be called when the server has stopped; blocks
	 * as long as {@link Link#close()} does. Calling it again has no effect.
	 */
	public void stop() {
		throw new UnsupportedOperationException();
	}

	/**
	 * Returns what this gateway did and holds.
	 * @return the statistics, live
	 */
	public GatewayStatistics statistics() {
		throw new UnsupportedOperationException();
	}

	@Override
	public SocketHandler onConnect(ConnectRequest request) {
		throw new UnsupportedOperationException();
	}

}
