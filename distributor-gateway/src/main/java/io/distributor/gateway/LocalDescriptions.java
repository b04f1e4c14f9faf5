package io.distributor.gateway;

import java.util.List;

import io.distributor.link.message.SocketDetails;

/**
 * Sockets of a distributor, described.
 *
 * @param sockets the descriptions, in no order
 * @param more whether there are further sockets that the limit left out
 */
public record LocalDescriptions(List<SocketDetails> sockets, boolean more) {

	/** No socket. */
	public static final LocalDescriptions NONE = new LocalDescriptions(List.of(), false);

	public LocalDescriptions {
		sockets = List.copyOf(sockets);
	}

}
