package io.distributor.backend.namespace;

import io.distributor.link.presence.NodeId;

/**
 * Which socket, and in which of its lives.
 *
 * @param id its public id
 * @param distributor who holds its connection
 * @param adoption its adoption number: what concerns another one concerns another life
 */
record SocketKey(String id, NodeId distributor, long adoption) {

	boolean is(NodeId distributor, long adoption) {
		return this.adoption == adoption && this.distributor.equals(distributor);
	}

}
