package io.distributor.tests.simulation;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.distributor.link.message.EventAnswer;
import io.distributor.link.message.EventsHandled;
import io.distributor.link.message.LinkMessage;
import io.distributor.link.message.SetSocketData;
import io.distributor.link.message.SocketAdopt;
import io.distributor.link.message.SocketConnect;
import io.distributor.link.message.SocketReleased;
import io.distributor.link.presence.NodeId;

/**
 * Takes the fence of adoption numbers away: whatever any backend says about a socket
 * reaches the distributor as if its present home had said it.
 */
final class AdoptionNumbers implements Interference {

	private final Map<String, Present> homes = new HashMap<>();

	@Override
	public void onSent(NodeId receiver, LinkMessage message) {
		if (message instanceof SocketConnect connect) {
			this.homes.put(connect.socketId(), new Present(receiver, connect.adoption()));
		}
		else if (message instanceof SocketAdopt adopt) {
			this.homes.put(adopt.socketId(), new Present(receiver, adopt.adoption()));
		}
	}

	@Override
	public void deliver(Delivery delivery, NodeId sender, LinkMessage message) {
		String socket = socketOf(message);
		Present home = (socket != null) ? this.homes.get(socket) : null;
		if (home == null) {
			delivery.onMessage(sender, message);
		}
		else {
			delivery.onMessage(home.node(), home.renumber(message));
		}
	}

	private static @Nullable String socketOf(LinkMessage message) {
		if (message instanceof EventAnswer answer) {
			return answer.socketId();
		}
		if (message instanceof EventsHandled handled) {
			return handled.socketId();
		}
		if (message instanceof SetSocketData data) {
			return data.socketId();
		}
		return (message instanceof SocketReleased released) ? released.socketId() : null;
	}

	private record Present(NodeId node, long adoption) {

		LinkMessage renumber(LinkMessage message) {
			if (message instanceof EventAnswer old) {
				return new EventAnswer(old.namespace(), old.socketId(), this.adoption, old.ackId(), old.payload());
			}
			if (message instanceof EventsHandled old) {
				return new EventsHandled(old.namespace(), old.socketId(), this.adoption, old.number());
			}
			if (message instanceof SetSocketData old) {
				return new SetSocketData(old.namespace(), old.socketId(), this.adoption, old.data());
			}
			if (message instanceof SocketReleased old) {
				return new SocketReleased(old.namespace(), old.socketId(), this.adoption, old.handled());
			}
			return message;
		}

	}

}
