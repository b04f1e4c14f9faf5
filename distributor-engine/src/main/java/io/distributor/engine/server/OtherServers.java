package io.distributor.engine.server;

import java.net.InetSocketAddress;
import java.time.Duration;

import io.distributor.engine.forward.ForwardedClient;
import io.distributor.engine.forward.OwnerConnection;
import io.distributor.engine.forward.OwnerResponse;
import io.distributor.engine.forward.SessionForwarding;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.FullHttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests for sessions of other servers there. May be used from any thread.
 *
 * @param forwarding knows the other servers
 * @param connectionType kind of the connections to them
 * @param silence time after which one is given up if nothing comes: longer than a session
 * says nothing
 */
record OtherServers(SessionForwarding forwarding, Class<? extends Channel> connectionType,
		Duration silence) implements UnknownSessions {

	private static final int MAX_HOST = 255;

	@Override
	public @Nullable RequestHandler find(RequestExchange exchange, String tag) {
		InetSocketAddress owner = this.forwarding.findOther(tag);
		return (owner != null && isPlain(exchange)) ? new ForwardedRequest(exchange, this, owner) : null;
	}

	// What is written anew must read the same.
	private static boolean isPlain(RequestExchange exchange) {
		Client client = exchange.client();
		boolean hasShortHost = client.host() == null || client.host().length() <= MAX_HOST;
		return hasShortHost && exchange.target().chars().allMatch((character) -> character > ' ' && character < 0x7f);
	}

	OwnerConnection send(RequestExchange exchange, InetSocketAddress owner, ByteBuf body, OwnerResponse response) {
		Client client = exchange.client();
		FullHttpRequest request = this.forwarding.request(exchange.method(), exchange.target(), exchange.headers(),
				new ForwardedClient(client.address(), client.secure(), client.host()),
				WebSocketHandshake.isRequestedBy(exchange.headers()), body);
		return this.forwarding.send(exchange.connection().channel(), this.connectionType, owner, this.silence, request,
				response);
	}

}
