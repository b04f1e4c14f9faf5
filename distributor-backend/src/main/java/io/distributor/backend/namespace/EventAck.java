package io.distributor.backend.namespace;

import io.distributor.backend.Ack;
import io.distributor.backend.tracing.EventScope;
import io.distributor.link.message.Payload;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one event. May be given from any thread.
 */
final class EventAck implements Ack {

	private final BackendSocket socket;

	private final long id;

	private volatile EventScope scope = EventScope.NONE;

	private volatile boolean taken;

	private boolean sent;

	private @Nullable Runnable whenSent;

	EventAck(BackendSocket socket, long id) {
		this.socket = socket;
		this.id = id;
	}

	BackendSocket socket() {
		return this.socket;
	}

	/**
	 * Says what the answer is part of.
	 */
	void scope(EventScope scope) {
		this.scope = scope;
	}

	@Override
	public boolean isRequested() {
		return this.id != Payload.NO_ACK;
	}

	@Override
	public void send(@Nullable Object... arguments) {
		if (isRequested() && !isSent()) {
			// Written first: arguments that cannot be written are no answer.
			Payload payload = this.socket.outbox().writer().answer(arguments);
			Runnable whenSent;
			// Who finds it sent may rely on that: it is out, not on its way.
			synchronized (this) {
				if (this.sent) {
					return;
				}
				this.sent = true;
				answer(payload);
				whenSent = this.whenSent;
			}
			if (whenSent != null) {
				whenSent.run();
			}
		}
	}

	private void answer(Payload payload) {
		if (!this.socket.state().isGone()) {
			this.socket.reports().answer(this.id, this.scope.headers(), payload);
		}
	}

	private synchronized boolean isSent() {
		return this.sent;
	}

	/**
	 * The handler asked for this acknowledgement, so it may answer later.
	 */
	void take() {
		this.taken = true;
	}

	/**
	 * There will be no answer.
	 */
	void forgo() {
		this.taken = false;
	}

	/**
	 * Whether the client waits for an answer that may still be given.
	 */
	boolean isOwed() {
		return this.taken && isRequested() && !isSent() && !this.socket.state().isGone();
	}

	/**
	 * Has something done when the answer is given.
	 * @return {@code false} if it was given before; nothing is done then
	 */
	synchronized boolean onSent(Runnable action) {
		this.whenSent = action;
		return !this.sent;
	}

}
