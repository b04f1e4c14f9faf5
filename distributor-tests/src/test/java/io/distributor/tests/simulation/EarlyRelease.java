package io.distributor.tests.simulation;

import io.distributor.link.message.LinkMessage;
import io.distributor.link.message.ReleaseSocket;
import io.distributor.link.message.SocketReleased;
import io.distributor.link.presence.NodeId;

/**
 * Takes the careful release away: a home says that it has released a socket without
 * having finished what it has of it.
 */
final class EarlyRelease implements Interference {

	@Override
	public void deliver(Delivery delivery, NodeId sender, LinkMessage message) {
		if (message instanceof ReleaseSocket release) {
			delivery.answer(sender, new SocketReleased(release.namespace(), release.socketId(), release.adoption(), 0));
		}
		delivery.onMessage(sender, message);
	}

}
