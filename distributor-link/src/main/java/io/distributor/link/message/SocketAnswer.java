package io.distributor.link.message;

/**
 * A client acknowledged an event of a backend.
 *
 * @param namespace name of the namespace
 * @param socketId public id of the socket
 * @param ackId id the backend gave the event
 * @param payload arguments of the answer
 */
public record SocketAnswer(String namespace, String socketId, long ackId,
		Payload payload) implements DistributorMessage {

	@Override
	public void deliverTo(Handler handler) {
		handler.onSocketAnswer(this);
	}

}
