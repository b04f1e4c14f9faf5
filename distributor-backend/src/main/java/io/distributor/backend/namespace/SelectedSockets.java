package io.distributor.backend.namespace;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

import io.distributor.backend.BroadcastAnswers;
import io.distributor.backend.BroadcastOperator;
import io.distributor.backend.FetchedSockets;
import io.distributor.backend.RequestResult;
import io.distributor.link.message.Payload;
import io.distributor.link.message.Selection;
import org.jspecify.annotations.Nullable;

/**
 * Sockets of a namespace, on all distributors. Immutable.
 */
final class SelectedSockets implements BroadcastOperator {

	private final NamespaceOutbox outbox;

	private final OutgoingEvents outgoing;

	private final NamespacePresence presence;

	private final Selection selection;

	private final boolean droppable;

	private final @Nullable Duration timeout;

	private SelectedSockets(NamespaceOutbox outbox, OutgoingEvents outgoing, NamespacePresence presence,
			Selection selection, boolean droppable, @Nullable Duration timeout) {
		this.outbox = outbox;
		this.outgoing = outgoing;
		this.presence = presence;
		this.selection = selection;
		this.droppable = droppable;
		this.timeout = timeout;
	}

	static SelectedSockets all(NamespaceOutbox outbox, OutgoingEvents outgoing, NamespacePresence presence) {
		return new SelectedSockets(outbox, outgoing, presence, Selection.ALL, false, null);
	}

	@Override
	public BroadcastOperator to(String... rooms) {
		if (rooms.length == 0) {
			throw new IllegalArgumentException("rooms: [] (expected: at least one; without to, everyone is selected)");
		}
		return select(union(this.selection.rooms(), RoomNames.require(rooms)), this.selection.except());
	}

	@Override
	public BroadcastOperator except(String... rooms) {
		return select(this.selection.rooms(), union(this.selection.except(), RoomNames.require(rooms)));
	}

	@Override
	public BroadcastOperator toUser(String... users) {
		if (users.length == 0) {
			throw new IllegalArgumentException("users: [] (expected: at least one; without to, everyone is selected)");
		}
		return select(union(this.selection.rooms(), RoomNames.ofUsers(users)), this.selection.except());
	}

	@Override
	public BroadcastOperator exceptUser(String... users) {
		return select(this.selection.rooms(), union(this.selection.except(), RoomNames.ofUsers(users)));
	}

	@Override
	public BroadcastOperator asVolatile() {
		return with(this.selection, true, this.timeout);
	}

	@Override
	public BroadcastOperator timeout(Duration timeout) {
		return with(this.selection, this.droppable, Timeouts.requirePositive(timeout));
	}

	@Override
	public void emit(String event, @Nullable Object... arguments) {
		Payload payload = this.outbox.event(event, arguments);
		this.outgoing.toSelection(this.selection, event, arguments);
		this.outbox.emitToRooms(this.selection, this.droppable, payload);
	}

	@Override
	public CompletionStage<BroadcastAnswers> emitWithAck(String event, @Nullable Object... arguments) {
		Payload payload = this.outbox.event(event, arguments);
		this.outgoing.toSelection(this.selection, event, arguments);
		return this.outbox.ask(this.selection, this.timeout, payload);
	}

	@Override
	public <T> T as(Class<T> events) {
		return this.outbox.interfaces().emitter(events, this);
	}

	@Override
	public CompletionStage<RequestResult> socketsJoin(String... rooms) {
		return this.outbox.joinAll(this.selection, RoomNames.require(rooms));
	}

	@Override
	public CompletionStage<RequestResult> socketsLeave(String... rooms) {
		return this.outbox.leaveAll(this.selection, RoomNames.require(rooms));
	}

	@Override
	public CompletionStage<RequestResult> disconnectSockets(boolean closeConnection) {
		return this.outbox.disconnectAll(this.selection, closeConnection);
	}

	@Override
	public CompletionStage<RequestResult> count() {
		return this.presence.count(this.selection);
	}

	@Override
	public CompletionStage<FetchedSockets> fetchSockets() {
		return fetchSockets(Integer.MAX_VALUE, null);
	}

	@Override
	public CompletionStage<FetchedSockets> fetchSockets(int limit, @Nullable String after) {
		return this.presence.fetch(this.selection, limit, after);
	}

	private BroadcastOperator select(Set<String> rooms, Set<String> except) {
		return with(new Selection(rooms, except), this.droppable, this.timeout);
	}

	private SelectedSockets with(Selection selection, boolean droppable, @Nullable Duration timeout) {
		return new SelectedSockets(this.outbox, this.outgoing, this.presence, selection, droppable, timeout);
	}

	private static Set<String> union(Set<String> some, List<String> others) {
		Set<String> union = new HashSet<>(some);
		union.addAll(others);
		return union;
	}

}
