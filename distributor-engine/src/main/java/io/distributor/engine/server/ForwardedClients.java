package io.distributor.engine.server;

import java.net.SocketAddress;

import io.distributor.engine.forward.ForwardedClient;
import io.distributor.engine.forward.SessionForwarding;
import org.jspecify.annotations.Nullable;

/**
 * Believes other servers of the fleet, and nobody else.
 */
record ForwardedClients(SessionForwarding forwarding) implements ClientSource {

	@Override
	public @Nullable Client of(RequestExchange exchange) {
		ForwardedClient client = this.forwarding.verify(exchange.method(), exchange.target(), exchange.headers());
		return (client != null) ? new Client(client.address(), client.secure(), client.host(), null) : null;
	}

	@Override
	public String ownAddress(@Nullable SocketAddress peer) {
		return "";
	}

}
