package io.distributor.link.message;

import java.util.List;
import java.util.Map;

/**
 * What a distributor knows of a client, as it travels.
 *
 * @param time when the connection was opened, milliseconds since the epoch
 * @param address remote address of the client, without a port
 * @param secure whether the connection was encrypted
 * @param xdomain whether the request came from another origin
 * @param url request target
 * @param query query parameters, the first value of each
 * @param headers request headers by lower-case name
 * @param transport name of the transport at the time of the connect, {@code polling} or
 * {@code websocket}
 * @param protocol Engine.IO protocol revision
 */
public record SocketHandshake(long time, String address, boolean secure, boolean xdomain, String url,
		Map<String, String> query, Map<String, List<String>> headers, String transport, int protocol) {

	public SocketHandshake {
		query = Map.copyOf(query);
		headers = Map.copyOf(headers);
	}

}
