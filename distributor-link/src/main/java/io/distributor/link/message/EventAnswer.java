package io.distributor.link.message;

/**
 * The answer to an event for which the client wanted an acknowledgement.
 *
 * @param namespace name of the namespace
 * @param socketId public id of the socket
 * @param adoption adoption number of the socket: 1 for its first home, one more with each
 * adoption
 * @param ackId id the client gave its event
 * @param payload arguments of the answer
 */
public record EventAnswer(String namespace, String socketId, long adoption, long ackId,
		Payload payload) implements BackendMessage {

	@Override
	public void deliverTo(Handler handler) {
		handler.onEventAnswer(this);
	}

}
