package io.distributor.backend.namespace;

import java.util.Map;

import io.distributor.link.message.Payload;
import org.jspecify.annotations.Nullable;

/**
 * What this instance says of one socket as its home. It reaches the distributor in this
 * order, and ends when another instance is the home. May be used from any thread.
 */
final class HomeReports {

	private final SocketKey key;

	private final NamespaceOutbox outbox;

	private final EventProgress progress = new EventProgress();

	private long reported;

	/** Set without the lock: the thread of the link must not wait for a full link. */
	private volatile boolean silent;

	HomeReports(SocketKey key, NamespaceOutbox outbox) {
		this.key = key;
		this.outbox = outbox;
	}

	EventProgress progress() {
		return this.progress;
	}

	synchronized void accept(@Nullable String user) {
		if (!this.silent) {
			this.outbox.accept(this.key, user);
		}
	}

	synchronized void refuse(String message, byte @Nullable [] data) {
		if (!this.silent) {
			this.outbox.refuse(this.key, message, data);
		}
	}

	synchronized void answer(long ackId, Map<String, String> headers, Payload payload) {
		if (!this.silent) {
			this.outbox.answer(this.key, ackId, headers, payload);
		}
	}

	synchronized void data(byte[] data) {
		if (!this.silent) {
			this.outbox.data(this.key, data);
		}
	}

	/**
	 * Says up to which event all are handled, if that is news.
	 */
	synchronized void handled() {
		long handled = this.progress.handled();
		if (handled > this.reported && !this.silent) {
			this.reported = handled;
			this.outbox.handled(this.key, handled);
		}
	}

	/**
	 * Says that the socket is released, and nothing from then on.
	 */
	synchronized void released() {
		if (!this.silent) {
			this.silent = true;
			this.outbox.released(this.key, this.progress.handled());
		}
	}

	/**
	 * Says nothing from now on.
	 */
	void silence() {
		this.silent = true;
	}

}
