package io.distributor.link.message;

/**
 * An event for all selected sockets; sent once, whatever their number.
 *
 * @param namespace name of the namespace
 * @param selection which sockets
 * @param droppable whether the event may be dropped on its way (volatile)
 * @param payload event name and arguments
 */
public record EmitToRooms(String namespace, Selection selection, boolean droppable,
		Payload payload) implements BackendMessage {

	@Override
	public void deliverTo(Handler handler) {
		handler.onEmitToRooms(this);
	}

}
