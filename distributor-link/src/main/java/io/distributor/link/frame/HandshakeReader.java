package io.distributor.link.frame;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.distributor.link.message.SocketHandshake;

/**
 * Reads handshakes. A backend keeps each as long as its socket, so what is alike in many
 * of them is kept once. May be used from any thread.
 */
final class HandshakeReader {

	private static final int FIELDS = 9;

	/** Each client has its own: nothing is gained by keeping it for others. */
	private static final Set<String> PERSONAL = Set.of("authorization", "cookie", "sec-websocket-key");

	private static final Set<String> PROTOCOL_PARAMETERS = Set.of("EIO", "transport");

	private final SharedValues shared = new SharedValues();

	SocketHandshake read(MessagePackReader in) throws IOException {
		int size = in.array(FIELDS);
		long time = in.number();
		String address = in.string();
		boolean secure = in.bool();
		boolean xdomain = in.bool();
		String url = in.string();
		Map<String, String> query = in.stringMap();
		boolean plain = query.keySet().equals(PROTOCOL_PARAMETERS);
		SocketHandshake handshake = new SocketHandshake(time, address, secure, xdomain,
				plain ? this.shared.string(url) : url, plain ? this.shared.map(Map.copyOf(query)) : query, headers(in),
				this.shared.string(in.string()), in.integer());
		in.skip(size - FIELDS);
		return handshake;
	}

	private Map<String, List<String>> headers(MessagePackReader in) throws IOException {
		int size = in.map();
		Map<String, List<String>> headers = new HashMap<>();
		for (int i = 0; i < size; i++) {
			String name = this.shared.string(in.string());
			List<String> values = in.strings();
			boolean common = values.size() == 1 && !PERSONAL.contains(name);
			headers.put(name, common ? this.shared.list(values.get(0)) : List.copyOf(values));
		}
		return headers;
	}

}
