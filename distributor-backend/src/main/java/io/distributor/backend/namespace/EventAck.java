package io.distributor.backend.namespace;

import java.util.concurrent.atomic.AtomicBoolean;

import io.distributor.backend.Ack;
import io.distributor.link.message.Payload;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one event. May be given from any thread.
 */
final class EventAck implements Ack {

	private final BackendSocket socket;

	private final long id;

	private final AtomicBoolean sent = new AtomicBoolean();

	EventAck(BackendSocket socket, long id) {
		this.socket = socket;
		this.id = id;
	}

	@Override
	public boolean isRequested() {
		return this.id != Payload.NO_ACK;
	}

	@Override
	public void send(@Nullable Object... arguments) {
		if (isRequested() && !this.sent.get()) {
			// Written first: arguments that cannot be written are no answer.
			Payload payload = this.socket.outbox().writer().answer(arguments);
			if (this.sent.compareAndSet(false, true)) {
				this.socket.answer(this.id, payload);
			}
		}
	}

}
