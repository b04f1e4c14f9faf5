package io.distributor.gateway;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.jspecify.annotations.Nullable;

import io.distributor.engine.namespace.OutboundPacket;
import io.distributor.engine.namespace.SocketHandler;
import io.distributor.link.message.Payload;
import io.distributor.link.message.Selection;

/**
 * The sockets of one distributor, for others than backends on the link. What they ask for
 * is carried out as what backends ask for: a broadcast is encoded once, and the home of a
 * socket hears which rooms it joined and left. May be used from any thread; what one
 * thread asks for is carried out in that order. Nothing of it blocks, and a namespace
 * without sockets is no error.
 */
public final class LocalSockets {

	private final GatewayParts parts;

	private final SocketDirectory directory;

	private final RoomRequests rooms;

	LocalSockets(GatewayParts parts) {
		this.parts = parts;
		this.directory = parts.directory();
		this.rooms = new RoomRequests(parts);
	}

	/**
	 * Tells from now on in which namespaces there are sockets. To be called before the
	 * gateway is started.
	 * @param listener hears it
	 */
	public void listen(NamespaceListener listener) {
		this.directory.listen(listener);
	}

	/**
	 * Sends an event to all selected sockets, to each at most once.
	 * @param namespace name of the namespace
	 * @param selection which sockets
	 * @param droppable whether the event may be dropped when a client does not read
	 * @param payload event name and arguments, valid JSON
	 */
	public void emit(String namespace, Selection selection, boolean droppable, Payload payload) {
		ServedNamespace served = served(namespace);
		if (served != null) {
			served.namespace()
				.broadcast(Payloads.selector(selection),
						OutboundPacket.event(namespace, SocketHandler.NO_ACK, Payloads.arguments(payload), droppable));
		}
	}

	/**
	 * Sends an event that clients are to acknowledge to all selected sockets.
	 * @param namespace name of the namespace
	 * @param selection which sockets
	 * @param payload event name and arguments, valid JSON
	 * @param answers hears what clients answer; nothing of those that leave or never do
	 * @return the number of sockets that were asked
	 */
	public CompletionStage<Integer> ask(String namespace, Selection selection, Payload payload, LocalAnswers answers) {
		ServedNamespace served = served(namespace);
		if (served == null) {
			return CompletableFuture.completedFuture(0);
		}
		return new BroadcastQuestion(served, selection, payload, this.parts.wireAckIds().next(),
				new PendingAck.Local(answers))
			.ask()
			.thenApply(List::size);
	}

	/**
	 * Lets all selected sockets join rooms.
	 * @param namespace name of the namespace
	 * @param selection which sockets
	 * @param rooms names of the rooms
	 */
	public void join(String namespace, Selection selection, Collection<String> rooms) {
		this.rooms.join(namespace, selection, rooms);
	}

	/**
	 * Lets all selected sockets leave rooms.
	 * @param namespace name of the namespace
	 * @param selection which sockets
	 * @param rooms names of the rooms
	 */
	public void leave(String namespace, Selection selection, Collection<String> rooms) {
		this.rooms.leave(namespace, selection, rooms);
	}

	/**
	 * Puts all selected sockets out of the namespace.
	 * @param namespace name of the namespace
	 * @param selection which sockets
	 * @param closeConnection whether to close their whole connections
	 */
	public void disconnect(String namespace, Selection selection, boolean closeConnection) {
		ServedNamespace served = served(namespace);
		if (served == null) {
			return;
		}
		GatewaySocket single = served.single(selection);
		if (single != null) {
			single.client().disconnect(closeConnection);
		}
		else {
			served.namespace().forEach(Payloads.selector(selection), (client) -> client.disconnect(closeConnection));
		}
	}

	/**
	 * Describes selected sockets whose clients were accepted and are there.
	 * @param namespace name of the namespace
	 * @param selection which sockets
	 * @param maxBytes size of the descriptions, estimated, beyond which no further one is
	 * given
	 * @return the descriptions
	 */
	public CompletionStage<LocalDescriptions> describe(String namespace, Selection selection, int maxBytes) {
		ServedNamespace served = served(namespace);
		return (served != null) ? new DescriptionRun(served, maxBytes).describe(selection)
				: CompletableFuture.completedFuture(LocalDescriptions.NONE);
	}

	/**
	 * Names selected sockets whose clients were accepted and are there.
	 * @param namespace name of the namespace
	 * @param selection which sockets
	 * @param limit number of ids that are given at most
	 * @return their public ids, in order
	 */
	public CompletionStage<List<String>> ids(String namespace, Selection selection, int limit) {
		ServedNamespace served = served(namespace);
		if (served == null) {
			return CompletableFuture.completedFuture(List.of());
		}
		FirstEntries<Boolean> ids = new FirstEntries<>(null, limit, (one, same) -> same);
		return served.namespace().forEach(Payloads.selector(selection), (client) -> {
			GatewaySocket socket = served.socket(client.id());
			if (socket != null && socket.isConnected()) {
				ids.add(client.id(), true);
			}
		}).handle((nothing, failure) -> names(ids));
	}

	/**
	 * Names the rooms that have sockets, those of the sockets' ids not among them.
	 * @param namespace name of the namespace
	 * @param limit number of names that are given at most
	 * @return the names, in order
	 */
	public CompletionStage<List<String>> rooms(String namespace, int limit) {
		ServedNamespace served = served(namespace);
		if (served == null) {
			return CompletableFuture.completedFuture(List.of());
		}
		FirstEntries<Integer> rooms = new FirstEntries<>(null, limit, Integer::sum);
		return served.namespace().forEachRoom(rooms::add).handle((nothing, failure) -> names(rooms));
	}

	private static List<String> names(FirstEntries<?> entries) {
		return entries.entries().stream().<String>map(Map.Entry::getKey).toList();
	}

	private @Nullable ServedNamespace served(String namespace) {
		return this.directory.namespace(namespace);
	}

}
