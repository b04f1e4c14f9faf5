package io.distributor.backend.namespace;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import io.distributor.backend.OutgoingEvent;
import io.distributor.link.message.Selection;
import org.jspecify.annotations.Nullable;

/**
 * Tells listeners what is emitted in one namespace. Costs nothing while there are none.
 * May be used from any thread.
 */
final class OutgoingEvents {

	private final CatchAllLists ofNamespace;

	private final HomeSockets sockets;

	OutgoingEvents(CatchAllLists ofNamespace, HomeSockets sockets) {
		this.ofNamespace = ofNamespace;
		this.sockets = sockets;
	}

	/**
	 * Something is emitted to one socket.
	 */
	void toSocket(BackendSocket socket, String event, @Nullable Object @Nullable [] arguments) {
		CatchAllLists ofSocket = socket.handlers().catchAll();
		if (!this.ofNamespace.outgoing().all().isEmpty() || !ofSocket.outgoing().all().isEmpty()) {
			OutgoingEvent outgoing = outgoing(event, arguments, Selection.socket(socket.id()));
			this.ofNamespace.hear(outgoing);
			ofSocket.hear(outgoing);
		}
	}

	/**
	 * Something is emitted to many sockets.
	 */
	void toSelection(Selection selection, String event, @Nullable Object @Nullable [] arguments) {
		if (!this.ofNamespace.outgoing().all().isEmpty() || this.sockets.hasListening()) {
			OutgoingEvent outgoing = outgoing(event, arguments, selection);
			this.ofNamespace.hear(outgoing);
			this.sockets.forEachListening(selection, (socket) -> socket.handlers().catchAll().hear(outgoing));
		}
	}

	private static OutgoingEvent outgoing(String event, @Nullable Object @Nullable [] arguments, Selection selection) {
		List<@Nullable Object> list = (arguments != null) ? Arrays.asList(arguments)
				: Collections.<@Nullable Object>singletonList(null);
		return new OutgoingEvent(event, list, selection.rooms(), selection.except());
	}

}
