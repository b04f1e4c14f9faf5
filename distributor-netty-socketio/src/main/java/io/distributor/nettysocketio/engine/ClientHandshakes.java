package io.distributor.nettysocketio.engine;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.corundumstudio.socketio.HandshakeData;
import com.corundumstudio.socketio.Transport;
import com.corundumstudio.socketio.handler.ClientHead;
import io.distributor.engine.session.Handshake;
import io.distributor.engine.session.TransportType;
import io.netty.handler.codec.http.HttpHeaders;

/**
 * Reads what netty-socketio knows of a client since it connected.
 */
final class ClientHandshakes {

	private static final int REVISION = 4;

	private ClientHandshakes() {
	}

	/**
	 * Reads the handshake.
	 * @param secure whether the server encrypts its connections
	 */
	static Handshake of(ClientHead client, boolean secure) {
		HandshakeData data = client.getHandshakeData();
		TransportType transport = (client.getCurrentTransport() == Transport.WEBSOCKET) ? TransportType.WEBSOCKET
				: TransportType.POLLING;
		return new Handshake(data.getTime().toInstant(), address(data.getAddress()), secure, data.isXdomain(),
				data.getUrl(), query(data), headers(data.getHttpHeaders()), transport, REVISION);
	}

	private static String address(InetSocketAddress address) {
		InetAddress resolved = address.getAddress();
		return (resolved != null) ? resolved.getHostAddress() : address.getHostString();
	}

	private static Map<String, String> query(HandshakeData data) {
		Map<String, String> query = new HashMap<>();
		data.getUrlParams().forEach((name, values) -> query.put(name, values.isEmpty() ? "" : values.get(0)));
		return query;
	}

	private static Map<String, List<String>> headers(HttpHeaders given) {
		Map<String, List<String>> headers = new HashMap<>();
		for (String name : given.names()) {
			headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(given.getAll(name)));
		}
		return headers;
	}

}
