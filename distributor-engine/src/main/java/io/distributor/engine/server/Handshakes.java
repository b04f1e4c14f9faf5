package io.distributor.engine.server;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.distributor.engine.session.Handshake;
import io.distributor.engine.session.TransportType;
import io.netty.handler.codec.http.HttpHeaders;

/**
 * Makes the {@link Handshake} of a session from its first request. It stays in memory as
 * long as the session, so what is alike in many of them is kept once. May be used from
 * any thread.
 */
final class Handshakes {

	/** Each client has its own: nothing is gained by keeping it for others. */
	private static final Set<String> PERSONAL = Set.of("authorization", "cookie", "sec-websocket-key");

	private static final Set<String> PROTOCOL_PARAMETERS = Set.of("EIO", "transport");

	private final SharedValues shared = new SharedValues();

	Handshake of(RequestExchange exchange, TransportType transport, Client client) {
		boolean plain = exchange.query().keySet().equals(PROTOCOL_PARAMETERS);
		String url = plain ? this.shared.string(exchange.target()) : exchange.target();
		return new Handshake(Instant.now(), client.address(), client.secure(),
				CorsPolicy.isCrossOrigin(exchange.headers(), client.host()), url, query(exchange, plain),
				headers(exchange.headers(), client), transport, exchange.revision());
	}

	private Map<String, String> query(RequestExchange exchange, boolean plain) {
		Map<String, String> query = new HashMap<>();
		exchange.query().forEach((name, values) -> query.put(this.shared.string(name), values.get(0)));
		return plain ? this.shared.map(Map.copyOf(query)) : query;
	}

	// What only a proxy may say is not passed on when the client may have said it.
	private Map<String, List<String>> headers(HttpHeaders headers, Client client) {
		Map<String, List<String>> result = new HashMap<>();
		headers.forEach((header) -> {
			String name = this.shared.string(header.getKey().toLowerCase(Locale.ROOT));
			if (client.passesOn(name)) {
				result.merge(name, values(name, header.getValue()), Handshakes::joined);
			}
		});
		return result;
	}

	private List<String> values(String name, String value) {
		return PERSONAL.contains(name) ? List.of(value) : this.shared.list(value);
	}

	private static List<String> joined(List<String> before, List<String> next) {
		return Stream.concat(before.stream(), next.stream()).toList();
	}

}
