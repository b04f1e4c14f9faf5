package io.distributor.nettysocketio.handler;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.corundumstudio.socketio.HandshakeData;
import io.distributor.backend.Handshake;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.NetUtil;

/**
 * What netty-socketio knows of a client since it connected. The local address is
 * {@code null}, the remote port 0, and of a query parameter there is the first value.
 */
final class ClientHandshake extends HandshakeData {

	private static final long serialVersionUID = 1L;

	private final Date connected;

	ClientHandshake(Handshake handshake) {
		super(headers(handshake), query(handshake), address(handshake.address()), handshake.url(),
				handshake.isCrossDomain());
		this.connected = Date.from(handshake.time());
		setAuthToken(handshake.auth(Object.class));
	}

	@Override
	public Date getTime() {
		return new Date(this.connected.getTime());
	}

	static InetSocketAddress address(String text) {
		InetAddress literal = NetUtil.createInetAddressFromIpAddressString(text);
		return (literal != null) ? new InetSocketAddress(literal, 0) : InetSocketAddress.createUnresolved(text, 0);
	}

	private static HttpHeaders headers(Handshake handshake) {
		HttpHeaders headers = new DefaultHttpHeaders();
		handshake.headers().forEach(headers::add);
		return headers;
	}

	private static Map<String, List<String>> query(Handshake handshake) {
		return handshake.query()
			.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (parameter) -> List.of(parameter.getValue())));
	}

}
