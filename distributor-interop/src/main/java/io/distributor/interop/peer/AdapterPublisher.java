package io.distributor.interop.peer;

import java.util.Collection;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.distributor.backend.statistics.SelectionObserver;
import io.distributor.interop.adapter.AdapterBroadcast;
import io.distributor.interop.adapter.AdapterChannels;
import io.distributor.interop.adapter.BroadcastWriter;
import io.distributor.interop.adapter.RequestWriter;
import io.distributor.interop.channel.ForeignChannels;
import io.distributor.link.message.DisconnectSockets;
import io.distributor.link.message.EmitToRooms;
import io.distributor.link.message.JoinRooms;
import io.distributor.link.message.LeaveRooms;
import io.distributor.link.message.Payload;
import io.distributor.link.message.Selection;
import io.distributor.link.message.UserRoom;
import io.distributor.link.presence.NamespacePattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells Node servers what a backend asks of selected sockets, each time once however many
 * servers there are: it is the backend that publishes, never the distributors. Node
 * servers know no users and no patterns of namespaces, so what is meant for those only is
 * left out. May be used from any thread; nothing blocks, and what does not fit is dropped
 * and counted.
 */
public final class AdapterPublisher implements SelectionObserver {

	private final String key;

	private final String fleetUid;

	private final ForeignChannels channels;

	private final BroadcastWriter broadcasts = new BroadcastWriter();

	private final RequestWriter requests;

	/**
	 * Creates the publisher.
	 * @param key beginning of the names of all channels
	 * @param fleetUid who publishes, see {@link FleetUid}
	 * @param channels channels of others
	 */
	public AdapterPublisher(String key, String fleetUid, ForeignChannels channels) {
		this.key = key;
		this.fleetUid = fleetUid;
		this.channels = channels;
		this.requests = new RequestWriter(fleetUid);
	}

	@Override
	public void onEmit(EmitToRooms message) {
		Selection selection = shared(message.namespace(), message.selection());
		if (selection == null) {
			return;
		}
		AdapterBroadcast broadcast = new AdapterBroadcast(this.fleetUid, message.namespace(), selection,
				message.droppable(), message.payload());
		this.channels.publish(new AdapterChannels(this.key, message.namespace()).broadcasts(selection),
				size(message.payload()), () -> this.broadcasts.write(broadcast));
	}

	@Override
	public void onJoin(JoinRooms message) {
		request(message.namespace(), message.selection(),
				(selection) -> this.requests.join(selection, message.rooms()));
	}

	@Override
	public void onLeave(LeaveRooms message) {
		request(message.namespace(), message.selection(),
				(selection) -> this.requests.leave(selection, message.rooms()));
	}

	@Override
	public void onDisconnect(DisconnectSockets message) {
		request(message.namespace(), message.selection(),
				(selection) -> this.requests.disconnect(selection, message.closeConnection()));
	}

	private void request(String namespace, Selection selected, Function<Selection, byte[]> request) {
		Selection selection = shared(namespace, selected);
		if (selection != null) {
			this.channels.publish(new AdapterChannels(this.key, namespace).requests(), request.apply(selection));
		}
	}

	/**
	 * Returns what a Node server can select by, or {@code null} if it has none of the
	 * selected sockets.
	 */
	private static @Nullable Selection shared(String namespace, Selection selection) {
		if (NamespacePattern.isPattern(namespace)) {
			return null;
		}
		Set<String> rooms = withoutUsers(selection.rooms());
		boolean usersOnly = rooms.isEmpty() && !selection.rooms().isEmpty();
		return usersOnly ? null : new Selection(rooms, withoutUsers(selection.except()));
	}

	private static Set<String> withoutUsers(Collection<String> rooms) {
		return rooms.stream().filter((room) -> !UserRoom.isReserved(room)).collect(Collectors.toUnmodifiableSet());
	}

	private static long size(Payload payload) {
		return payload.json().length
				+ payload.attachments().stream().mapToLong((attachment) -> attachment.length).sum();
	}

}
