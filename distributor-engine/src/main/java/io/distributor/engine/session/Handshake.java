package io.distributor.engine.session;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What was known of a client when its session was opened.
 *
 * @param time when
 * @param address remote address of the client, without a port
 * @param secure whether the connection was encrypted
 * @param xdomain whether the request came from another origin
 * @param url request target
 * @param query query parameters, the first value of each
 * @param headers request headers by lower-case name
 * @param transport transport of the first request
 * @param protocol Engine.IO protocol revision, 3 or 4
 */
public record Handshake(Instant time, String address, boolean secure, boolean xdomain, String url,
		Map<String, String> query, Map<String, List<String>> headers, TransportType transport, int protocol) {

	public Handshake {
		query = Map.copyOf(query);
		headers = Map.copyOf(headers);
	}

}
