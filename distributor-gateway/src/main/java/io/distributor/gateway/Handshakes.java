package io.distributor.gateway;

import io.distributor.engine.namespace.ClientSocket;
import io.distributor.engine.session.Handshake;
import io.distributor.link.message.SocketHandshake;

/**
 * What is known of a client, in the words of the link.
 */
final class Handshakes {

	private Handshakes() {
	}

	static SocketHandshake of(ClientSocket client) {
		Handshake handshake = client.handshake();
		return new SocketHandshake(handshake.time().toEpochMilli(), handshake.address(), handshake.secure(),
				handshake.xdomain(), handshake.url(), handshake.query(), handshake.headers(),
				client.transport().protocolName(), handshake.protocol());
	}

}
