package io.distributor.link.message;

/**
 * A client sent an event.
 *
 * @param namespace name of the namespace
 * @param socketId public id of the socket
 * @param adoption adoption number of the socket: 1 for its first home, one more with each
 * adoption
 * @param number number of the event within its socket, from 1
 * @param ackId id of the acknowledgement the client waits for, or {@link Payload#NO_ACK}
 * @param redelivered whether an earlier home may have handled the event
 * @param payload event name and arguments
 */
public record SocketEvent(String namespace, String socketId, long adoption, long number, long ackId,
		boolean redelivered, Payload payload) implements DistributorMessage {

	@Override
	public void deliverTo(Handler handler) {
		handler.onSocketEvent(this);
	}

}
