package io.distributor.backend.namespace;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletionStage;

import io.distributor.backend.Arguments;
import io.distributor.backend.Handshake;
import io.distributor.backend.RemoteSocket;
import io.distributor.backend.RequestResult;
import io.distributor.backend.SocketValues;
import io.distributor.backend.ack.PendingAcks;
import io.distributor.backend.json.PayloadReader;
import io.distributor.link.message.Payload;
import io.distributor.link.message.SocketDetails;
import org.jspecify.annotations.Nullable;

/**
 * A socket that its distributor described. May be used from any thread.
 */
final class DescribedSocket implements RemoteSocket {

	private final SocketKey key;

	private final SocketDetails details;

	private final NamespaceOutbox outbox;

	private final PendingAcks acks;

	private final PayloadReader reader;

	DescribedSocket(SocketKey key, SocketDetails details, NamespaceOutbox outbox, PendingAcks acks,
			PayloadReader reader) {
		this.key = key;
		this.details = details;
		this.outbox = outbox;
		this.acks = acks;
		this.reader = reader;
	}

	@Override
	public String id() {
		return this.details.id();
	}

	@Override
	public Handshake handshake() {
		return new ReceivedHandshake(this.details.handshake(), this.details.auth(), this.reader);
	}

	@Override
	public Set<String> rooms() {
		return Collections.unmodifiableSet(new LinkedHashSet<>(this.details.rooms()));
	}

	@Override
	public SocketValues data() {
		return new TravelledData(this.details.data(), this.reader);
	}

	@Override
	public @Nullable String user() {
		return this.details.user();
	}

	@Override
	public @Nullable String home() {
		return this.details.home();
	}

	@Override
	public void emit(String event, @Nullable Object... arguments) {
		this.outbox.emitToSocket(this.key, Payload.NO_ACK, false, write(event, arguments));
	}

	@Override
	public CompletionStage<Arguments> emitWithAck(String event, @Nullable Object... arguments) {
		Payload payload = write(event, arguments);
		return this.acks.await(event, (ackId) -> this.outbox.emitToSocket(this.key, ackId, false, payload));
	}

	@Override
	public CompletionStage<Arguments> emitWithAck(Duration timeout, String event, @Nullable Object... arguments) {
		Payload payload = write(event, arguments);
		return this.acks.await(timeout, event, (ackId) -> this.outbox.emitToSocket(this.key, ackId, false, payload));
	}

	private Payload write(String event, @Nullable Object... arguments) {
		return this.outbox.event(event, arguments);
	}

	@Override
	public CompletionStage<RequestResult> join(String... rooms) {
		return this.outbox.join(this.key, RoomNames.require(rooms), new DoneAnswers());
	}

	@Override
	public CompletionStage<RequestResult> leave(String... rooms) {
		return this.outbox.leave(this.key, RoomNames.require(rooms), new DoneAnswers());
	}

	@Override
	public void disconnect(boolean closeConnection) {
		this.outbox.disconnect(this.key, closeConnection);
	}

	@Override
	public String toString() {
		return "Remote socket " + id();
	}

}
