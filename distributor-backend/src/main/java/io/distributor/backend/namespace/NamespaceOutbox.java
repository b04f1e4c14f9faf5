package io.distributor.backend.namespace;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.LongFunction;

import io.distributor.backend.BroadcastAnswers;
import io.distributor.backend.RequestResult;
import io.distributor.backend.ack.BroadcastAcks;
import io.distributor.backend.json.PayloadWriter;
import io.distributor.backend.remote.AnswerCollector;
import io.distributor.backend.remote.FetchBudget;
import io.distributor.backend.remote.Outbox;
import io.distributor.backend.remote.PendingRequests;
import io.distributor.backend.typed.EventInterfaces;
import io.distributor.backend.statistics.EmitObserver;
import io.distributor.backend.statistics.SelectionObserver;
import io.distributor.link.message.AcceptSocket;
import io.distributor.link.message.AskSockets;
import io.distributor.link.message.BackendMessage;
import io.distributor.link.message.DisconnectSockets;
import io.distributor.link.message.EmitToRooms;
import io.distributor.link.message.EmitToSocket;
import io.distributor.link.message.EventAnswer;
import io.distributor.link.message.EventsHandled;
import io.distributor.link.message.JoinRooms;
import io.distributor.link.message.LeaveRooms;
import io.distributor.link.message.Payload;
import io.distributor.link.message.RefuseSocket;
import io.distributor.link.message.Selection;
import io.distributor.link.message.SetSocketData;
import io.distributor.link.message.SocketReleased;
import io.distributor.link.presence.NamespacePattern;
import org.jspecify.annotations.Nullable;

/**
 * What one namespace tells distributors. May be used from any thread.
 */
final class NamespaceOutbox {

	private static final long NO_REQUEST = 0;

	private final String namespace;

	private final String statisticsName;

	private final Outbox outbox;

	private final PendingRequests<BackendMessage> requests;

	private final BroadcastAcks broadcastAcks;

	private final FetchBudget fetchBudget;

	private final PeerLink peers;

	private final PayloadWriter writer;

	private final EventInterfaces interfaces;

	private final EmitObserver observer;

	private final SelectionObserver selections;

	NamespaceOutbox(String namespace, String statisticsName, NamespaceOutboxes shared) {
		this.namespace = namespace;
		this.statisticsName = statisticsName;
		this.outbox = shared.outbox();
		this.requests = shared.requests();
		this.broadcastAcks = shared.broadcastAcks();
		this.fetchBudget = shared.fetchBudget();
		this.peers = shared.peers();
		this.writer = shared.writer();
		this.interfaces = shared.interfaces();
		this.observer = shared.observer();
		this.selections = shared.selections();
	}

	PayloadWriter writer() {
		return this.writer;
	}

	/**
	 * Writes an event that is about to be emitted.
	 */
	Payload event(String name, @Nullable Object @Nullable [] arguments) {
		EventNames.requireFree(name);
		Payload payload = this.writer.event(name, arguments);
		this.observer.onEmit(this.statisticsName, name);
		return payload;
	}

	EventInterfaces interfaces() {
		return this.interfaces;
	}

	void emitToSocket(SocketKey socket, long ackId, boolean droppable, Payload payload) {
		this.outbox.send(socket.distributor(),
				new EmitToSocket(this.namespace, socket.id(), ackId, droppable, payload));
	}

	void emitToRooms(Selection selection, boolean droppable, Payload payload) {
		EmitToRooms message = new EmitToRooms(this.namespace, selection, droppable, payload);
		this.outbox.broadcast(this.namespace, message);
		this.selections.onEmit(message);
	}

	CompletionStage<BroadcastAnswers> ask(Selection selection, @Nullable Duration timeout, Payload payload) {
		requireOneNamespace();
		return this.broadcastAcks.ask(timeout, (id) -> new AskSockets(this.namespace, selection, id, payload));
	}

	void accept(SocketKey socket, @Nullable String user) {
		this.outbox.report(socket.distributor(),
				new AcceptSocket(this.namespace, socket.id(), socket.adoption(), user));
	}

	void refuse(SocketKey socket, String message, byte @Nullable [] data) {
		this.outbox.report(socket.distributor(),
				new RefuseSocket(this.namespace, socket.id(), socket.adoption(), message, data));
	}

	void answer(SocketKey socket, long ackId, Map<String, String> headers, Payload payload) {
		this.outbox.report(socket.distributor(), headers,
				new EventAnswer(this.namespace, socket.id(), socket.adoption(), ackId, payload));
	}

	void handled(SocketKey socket, long number) {
		this.outbox.report(socket.distributor(),
				new EventsHandled(this.namespace, socket.id(), socket.adoption(), number));
	}

	void released(SocketKey socket, long number) {
		this.outbox.report(socket.distributor(),
				new SocketReleased(this.namespace, socket.id(), socket.adoption(), number));
	}

	/**
	 * Gives back a socket that was to be adopted.
	 */
	void notTaken(SocketKey socket) {
		this.outbox.report(socket.distributor(),
				new SocketReleased(this.namespace, socket.id(), socket.adoption(), 0, false));
	}

	void data(SocketKey socket, byte[] data) {
		this.outbox.report(socket.distributor(),
				new SetSocketData(this.namespace, socket.id(), socket.adoption(), data));
	}

	/**
	 * Waits until reports are sent as fast as they are made.
	 * @return {@code null} if they are, or what completes when they are
	 */
	@Nullable CompletionStage<Void> whenRoom() {
		return this.outbox.whenRoom();
	}

	void disconnect(SocketKey socket, boolean closeConnection) {
		this.outbox.report(socket.distributor(),
				new DisconnectSockets(this.namespace, Selection.socket(socket.id()), closeConnection, NO_REQUEST));
	}

	PeerLink peers() {
		return this.peers;
	}

	FetchBudget fetchBudget() {
		return this.fetchBudget;
	}

	/**
	 * Returns the number of distributors that are asked.
	 */
	int distributors() {
		return this.requests.distributors();
	}

	<R> CompletionStage<R> askAll(LongFunction<BackendMessage> request, AnswerCollector<R> answers) {
		requireOneNamespace();
		return this.requests.askAll(request, answers);
	}

	CompletionStage<RequestResult> join(SocketKey socket, List<String> rooms, AnswerCollector<RequestResult> answers) {
		return this.requests.ask(socket.distributor(),
				(id) -> new JoinRooms(this.namespace, Selection.socket(socket.id()), rooms, id), answers);
	}

	CompletionStage<RequestResult> leave(SocketKey socket, List<String> rooms, AnswerCollector<RequestResult> answers) {
		return this.requests.ask(socket.distributor(),
				(id) -> new LeaveRooms(this.namespace, Selection.socket(socket.id()), rooms, id), answers);
	}

	/**
	 * Nobody knows all namespaces that match a pattern.
	 */
	private void requireOneNamespace() {
		if (NamespacePattern.isPattern(this.namespace)) {
			throw new UnsupportedOperationException("namespace: " + this.namespace
					+ " (expected: one that matches it, by io.of; all of them can be emitted to, but not asked)");
		}
	}

	CompletionStage<RequestResult> joinAll(Selection selection, List<String> rooms) {
		requireOneNamespace();
		CompletionStage<RequestResult> result = this.requests
			.askAll((id) -> new JoinRooms(this.namespace, selection, rooms, id), new DoneAnswers());
		this.selections.onJoin(new JoinRooms(this.namespace, selection, rooms, NO_REQUEST));
		return result;
	}

	CompletionStage<RequestResult> leaveAll(Selection selection, List<String> rooms) {
		requireOneNamespace();
		CompletionStage<RequestResult> result = this.requests
			.askAll((id) -> new LeaveRooms(this.namespace, selection, rooms, id), new DoneAnswers());
		this.selections.onLeave(new LeaveRooms(this.namespace, selection, rooms, NO_REQUEST));
		return result;
	}

	CompletionStage<RequestResult> disconnectAll(Selection selection, boolean closeConnection) {
		requireOneNamespace();
		CompletionStage<RequestResult> result = this.requests
			.askAll((id) -> new DisconnectSockets(this.namespace, selection, closeConnection, id), new DoneAnswers());
		this.selections.onDisconnect(new DisconnectSockets(this.namespace, selection, closeConnection, NO_REQUEST));
		return result;
	}

}
