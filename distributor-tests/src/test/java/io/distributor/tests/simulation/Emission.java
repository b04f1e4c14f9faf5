package io.distributor.tests.simulation;

import java.util.List;

import io.distributor.link.presence.NodeId;

/**
 * Something a backend instance emitted.
 *
 * @param backend id of the instance at that time
 * @param sequence its number, unique in the fleet
 * @param receivers sockets that must hear it if they stay, and their distributors' ids
 */
record Emission(NodeId backend, long sequence, List<Receiver> receivers) {

	/**
	 * Who must hear it.
	 *
	 * @param socket the socket
	 * @param distributor id of its distributor at that time
	 * @param request how often a backend had been asked for it: what was emitted before a
	 * later request, for it was not accepted, is void
	 */
	record Receiver(SocketRecord socket, NodeId distributor, int request) {

		boolean isVoid() {
			return this.request < this.socket.requests();
		}

	}

}
