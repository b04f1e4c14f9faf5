package io.distributor.engine.server;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.distributor.engine.session.Handshake;
import io.distributor.engine.session.TransportType;
import io.netty.handler.codec.http.HttpHeaders;

/**
 * Makes the {@link Handshake} of a session from its first request.
 */
final class Handshakes {

	private static final int PROTOCOL = 4;

	private Handshakes() {
	}

	static Handshake of(RequestExchange exchange, TransportType transport, boolean secure) {
		Map<String, String> query = new HashMap<>();
		exchange.query().forEach((name, values) -> query.put(name, values.get(0)));
		return new Handshake(Instant.now(), address(exchange.connection().channel().remoteAddress()), secure,
				CorsPolicy.isCrossOrigin(exchange.headers()), exchange.target(), query, headers(exchange.headers()),
				transport, PROTOCOL);
	}

	private static Map<String, List<String>> headers(HttpHeaders headers) {
		Map<String, List<String>> result = new HashMap<>();
		headers.forEach((header) -> result
			.computeIfAbsent(header.getKey().toLowerCase(Locale.ROOT), (name) -> new ArrayList<>(1))
			.add(header.getValue()));
		result.replaceAll((name, values) -> List.copyOf(values));
		return result;
	}

	private static String address(SocketAddress address) {
		return (address instanceof InetSocketAddress inet && inet.getAddress() != null)
				? inet.getAddress().getHostAddress() : String.valueOf(address);
	}

}
