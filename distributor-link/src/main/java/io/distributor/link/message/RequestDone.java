package io.distributor.link.message;

/**
 * A distributor did what a backend asked for with a request id.
 *
 * @param requestId id of the request
 * @param sockets number of sockets it concerned
 */
public record RequestDone(long requestId, int sockets) implements DistributorMessage {

	@Override
	public void deliverTo(Handler handler) {
		handler.onRequestDone(this);
	}

}
