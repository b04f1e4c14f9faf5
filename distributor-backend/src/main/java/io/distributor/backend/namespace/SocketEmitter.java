package io.distributor.backend.namespace;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

import io.distributor.backend.Arguments;
import io.distributor.backend.SocketOperator;
import io.distributor.link.message.Payload;
import org.jspecify.annotations.Nullable;

/**
 * Emits to one socket.
 *
 * @param socket the socket
 * @param droppable whether what is emitted may be dropped
 * @param timeout how long answers are awaited, {@code null} for the default time
 */
record SocketEmitter(BackendSocket socket, boolean droppable, @Nullable Duration timeout) implements SocketOperator {

	@Override
	public void emit(String event, @Nullable Object... arguments) {
		Payload payload = this.socket.outbox().event(event, arguments);
		if (!this.socket.state().isGone()) {
			this.socket.outgoingEvents().toSocket(this.socket, event, arguments);
			this.socket.outbox().emitToSocket(this.socket.key(), Payload.NO_ACK, this.droppable, payload);
		}
	}

	@Override
	public CompletionStage<Arguments> emitWithAck(String event, @Nullable Object... arguments) {
		Payload payload = this.socket.outbox().event(event, arguments);
		Duration time = this.timeout;
		return (time != null) ? this.socket.acks().await(time, event, (ackId) -> ask(ackId, payload, event, arguments))
				: this.socket.acks().await(event, (ackId) -> ask(ackId, payload, event, arguments));
	}

	private void ask(long ackId, Payload payload, String event, @Nullable Object... arguments) {
		this.socket.outgoingEvents().toSocket(this.socket, event, arguments);
		this.socket.outbox().emitToSocket(this.socket.key(), ackId, false, payload);
	}

	@Override
	public <T> T as(Class<T> events) {
		return this.socket.outbox().interfaces().emitter(events, this);
	}

	@Override
	public SocketOperator asVolatile() {
		return new SocketEmitter(this.socket, true, this.timeout);
	}

	@Override
	public SocketOperator timeout(Duration timeout) {
		return new SocketEmitter(this.socket, this.droppable, Timeouts.requirePositive(timeout));
	}

}
