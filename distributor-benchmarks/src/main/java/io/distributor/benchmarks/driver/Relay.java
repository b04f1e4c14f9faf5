package io.distributor.benchmarks.driver;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * Hands what happens to whoever wants to hear it at the time, and keeps what went wrong
 * first. Belongs to the event loop of the driver, apart from {@link #requireNoFailure}.
 */
final class Relay implements ClientEvents {

	private static final ClientEvents NOBODY = new ClientEvents() {
	};

	private ClientEvents listener = NOBODY;

	private boolean closed;

	private volatile @Nullable Throwable failure;

	void listen(ClientEvents listener) {
		this.listener = listener;
	}

	/** Hears nothing from now on: clients may go. */
	void close() {
		this.closed = true;
		this.listener = NOBODY;
	}

	/** A client could not do what it was to do; what is measured is worth nothing. */
	void fail(Throwable cause) {
		if (this.failure == null && !this.closed) {
			this.failure = cause;
		}
	}

	/** May be called from any thread. */
	void requireNoFailure() {
		Throwable cause = this.failure;
		if (cause != null) {
			throw new IllegalStateException("A client failed: " + cause.getMessage(), cause);
		}
	}

	@Override
	public void onConnect(Client client) {
		this.listener.onConnect(client);
	}

	@Override
	public void onEvent(Client client, ByteBuf arguments) {
		this.listener.onEvent(client, arguments);
	}

	@Override
	public void onAnswer(Client client, int ackId) {
		this.listener.onAnswer(client, ackId);
	}

}
