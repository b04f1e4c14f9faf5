package io.distributor.backend.ack;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;

import io.distributor.backend.AckTimeoutException;
import io.distributor.backend.Arguments;
import io.distributor.backend.BackendOverloadedException;
import io.distributor.backend.SocketDisconnectedException;
import io.distributor.backend.dispatch.AwaitedResult;
import io.distributor.link.message.Payload;
import io.distributor.link.presence.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * Acknowledgements that one socket owes. May be used from any thread.
 */
public final class PendingAcks {

	private final String socketId;

	private final NodeId distributor;

	private final AckRegistry registry;

	/** Guarded by this; {@code null} until something is awaited. */
	private @Nullable Map<Long, PendingAck> pending;

	private @Nullable String closed;

	PendingAcks(String socketId, NodeId distributor, AckRegistry registry) {
		this.socketId = socketId;
		this.distributor = distributor;
		this.registry = registry;
	}

	/**
	 * Awaits an acknowledgement for the default time.
	 * @param event name of the event
	 * @param send sends the event with the id of the acknowledgement
	 * @return the answer
	 */
	public CompletionStage<Arguments> await(String event, LongConsumer send) {
		return await(this.registry.limits().timeout(), event, send);
	}

	/**
	 * Awaits an acknowledgement.
	 * @param timeout how long
	 * @param event name of the event
	 * @param send sends the event with the id of the acknowledgement
	 * @return the answer; fails with what {@code send} throws, when there are too many
	 * already, when the socket is gone, and when the time is over
	 */
	public CompletionStage<Arguments> await(Duration timeout, String event, LongConsumer send) {
		if (timeout.isZero() || timeout.isNegative()) {
			throw new IllegalArgumentException("timeout: " + timeout + " (expected: > 0)");
		}
		AwaitedResult<Arguments> result = this.registry.newResult();
		long id;
		synchronized (this) {
			RuntimeException obstacle = obstacle();
			if (obstacle != null) {
				return CompletableFuture.failedFuture(obstacle);
			}
			long added = this.registry.enter(this);
			Future<?> timer = this.registry.schedule(() -> onTimeout(added, timeout, event), timeout.toNanos());
			Map<Long, PendingAck> pending = (this.pending != null) ? this.pending : new HashMap<>(4);
			pending.put(added, new PendingAck(result, timer));
			this.pending = pending;
			id = added;
		}
		try {
			send.accept(id);
		}
		catch (RuntimeException ex) {
			reject(id, ex);
		}
		return result;
	}

	boolean areOf(NodeId distributor) {
		return this.distributor.equals(distributor);
	}

	boolean areOf(String socketId, NodeId distributor) {
		return this.socketId.equals(socketId) && areOf(distributor);
	}

	void onAnswer(long id, Payload payload) {
		PendingAck ack = remove(id);
		if (ack != null) {
			ack.result().resolve(this.registry.read(payload));
		}
	}

	/**
	 * The socket is gone: all fail, and further ones at once.
	 * @param why why
	 */
	public void close(String why) {
		List<Long> ids;
		synchronized (this) {
			this.closed = why;
			ids = (this.pending != null) ? List.copyOf(this.pending.keySet()) : List.of();
		}
		ids.forEach((id) -> reject(id, new SocketDisconnectedException(why)));
	}

	private @Nullable RuntimeException obstacle() {
		String closed = (this.closed != null) ? this.closed : this.registry.closed();
		if (closed != null) {
			return new SocketDisconnectedException(closed);
		}
		int limit = this.registry.limits().perSocket();
		if (this.pending != null && this.pending.size() >= limit) {
			this.registry.refuseForSocket();
			return new BackendOverloadedException("acknowledgements awaited from socket " + this.socketId + ": " + limit
					+ " (expected: fewer; wait for some to complete)");
		}
		if (!this.registry.acquire()) {
			return new BackendOverloadedException("acknowledgements awaited from all sockets: "
					+ this.registry.limits().total() + " (expected: fewer; wait for some to complete)");
		}
		return null;
	}

	private void onTimeout(long id, Duration timeout, String event) {
		PendingAck ack = remove(id);
		if (ack != null) {
			this.registry.countTimeout();
			ack.result()
				.reject(new AckTimeoutException(
						"no answer to '" + event + "' from socket " + this.socketId + " within " + timeout));
		}
	}

	private void reject(long id, RuntimeException failure) {
		PendingAck ack = remove(id);
		if (ack != null) {
			ack.result().reject(failure);
		}
	}

	private @Nullable PendingAck remove(long id) {
		PendingAck ack;
		synchronized (this) {
			ack = (this.pending != null) ? this.pending.remove(id) : null;
		}
		if (ack != null) {
			ack.timer().cancel(false);
			this.registry.leave(id);
			this.registry.release();
		}
		return ack;
	}

	private record PendingAck(AwaitedResult<Arguments> result, Future<?> timer) {

	}

}
