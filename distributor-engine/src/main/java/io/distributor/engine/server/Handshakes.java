package io.distributor.engine.server;

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

	private Handshakes() {
	}

	static Handshake of(RequestExchange exchange, TransportType transport, Client client) {
		Map<String, String> query = new HashMap<>();
		exchange.query().forEach((name, values) -> query.put(name, values.get(0)));
		return new Handshake(Instant.now(), client.address(), client.secure(),
				CorsPolicy.isCrossOrigin(exchange.headers(), client.host()), exchange.target(), query,
				headers(exchange.headers(), client), transport, exchange.revision());
	}

	// What only a proxy may say is not passed on when the client may have said it.
	private static Map<String, List<String>> headers(HttpHeaders headers, Client client) {
		Map<String, List<String>> result = new HashMap<>();
		headers.forEach((header) -> {
			String name = header.getKey().toLowerCase(Locale.ROOT);
			if (client.passesOn(name)) {
				result.computeIfAbsent(name, (absent) -> new ArrayList<>(1)).add(header.getValue());
			}
		});
		result.replaceAll((name, values) -> List.copyOf(values));
		return result;
	}

}
