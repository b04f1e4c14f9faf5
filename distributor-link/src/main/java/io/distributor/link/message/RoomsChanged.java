package io.distributor.link.message;

import java.util.List;

/**
 * A socket joined or left rooms, though its home did not ask for just that. Its home is
 * told before who asked for it is told that it is done.
 *
 * @param namespace name of the namespace
 * @param socketId public id of the socket
 * @param adoption adoption number of the socket: 1 for its first home, one more with each
 * adoption
 * @param joined rooms it is in now and was not in before
 * @param left rooms it was in before and is not in now
 */
public record RoomsChanged(String namespace, String socketId, long adoption, List<String> joined,
		List<String> left) implements DistributorMessage {

	public RoomsChanged {
		joined = List.copyOf(joined);
		left = List.copyOf(left);
	}

	@Override
	public void deliverTo(Handler handler) {
		handler.onRoomsChanged(this);
	}

}
