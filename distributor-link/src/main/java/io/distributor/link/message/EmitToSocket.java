package io.distributor.link.message;

/**
 * An event for one client.
 *
 * @param namespace name of the namespace
 * @param socketId public id of the socket
 * @param ackId id of the acknowledgement the backend waits for, or {@link Payload#NO_ACK}
 * @param droppable whether the event may be dropped on its way (volatile)
 * @param payload event name and arguments
 */
public record EmitToSocket(String namespace, String socketId, long ackId, boolean droppable,
		Payload payload) implements BackendMessage {

	@Override
	public void deliverTo(Handler handler) {
		handler.onEmitToSocket(this);
	}

}
