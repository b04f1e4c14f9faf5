package io.distributor.gateway;

import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import io.distributor.engine.namespace.ClientSocket;
import io.distributor.engine.session.CloseReason;
import io.distributor.link.presence.NodeId;

/**
 * The time that one socket is without a home: looks for the next one, waits for it if
 * there is none, and ends the socket's connection when that lasts too long or too much
 * comes meanwhile. To be used on the event loop of the socket, apart from
 * {@link #wake()}.
 */
final class Homelessness {

	private final SocketHomes socket;

	private final ClientSocket client;

	private final GatewayParts parts;

	private @Nullable Future<?> deadline;

	private boolean tooLong;

	private boolean closing;

	private boolean over;

	Homelessness(SocketHomes socket, ClientSocket client, GatewayParts parts) {
		this.socket = socket;
		this.client = client;
		this.parts = parts;
	}

	/**
	 * Looks for a home again. May be called from any thread.
	 */
	void wake() {
		this.socket.execute(this::seekHome);
	}

	/**
	 * Looks for a home; waits if there is none.
	 */
	void seekHome() {
		if (this.over) {
			return;
		}
		Topology topology = this.parts.backends().topology();
		NodeId node = topology.homeFor(this.client.namespace(), this.client.id());
		if (node != null) {
			end();
			this.socket.adopt(node);
			return;
		}
		await();
		if (this.parts.backends().topology() != topology) {
			// Who woke those that wait may not have seen this one.
			seekHome();
		}
	}

	private void await() {
		if (this.deadline == null) {
			this.parts.homeless().add(this);
			this.deadline = this.client.executor()
				.schedule(this::onTooLong, this.parts.options().adoptionWait().toNanos(), TimeUnit.NANOSECONDS);
		}
	}

	private void onTooLong() {
		this.tooLong = true;
		if (this.socket.isDeparted()) {
			forget();
		}
		else {
			closeConnection(HomelessLimit.AGE);
		}
	}

	/**
	 * The client has sent an event.
	 */
	void checkLimits(UnhandledEvents unhandled) {
		if (unhandled.hasTooManyEvents()) {
			closeConnection(HomelessLimit.EVENTS);
		}
		else if (unhandled.hasTooManyBytes()) {
			closeConnection(HomelessLimit.BYTES);
		}
		else if (this.parts.unhandledTotal().isExceeded()) {
			closeConnection(HomelessLimit.TOTAL);
		}
	}

	private void closeConnection(HomelessLimit limit) {
		if (!this.closing) {
			this.closing = true;
			this.parts.homeless().countClosed(limit, this.client.executor());
			this.client.closeConnection(CloseReason.FORCED_CLOSE,
					"no backend for namespace " + this.client.namespace());
		}
	}

	/**
	 * The client has left.
	 */
	void onDeparture() {
		if (this.tooLong) {
			forget();
		}
	}

	private void forget() {
		this.parts.homeless().countForgotten(this.client.executor());
		this.socket.forget();
	}

	void end() {
		this.over = true;
		this.parts.homeless().remove(this);
		if (this.deadline != null) {
			this.deadline.cancel(false);
		}
	}

}
