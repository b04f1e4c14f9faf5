package io.distributor.handler;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.distributor.backend.Handshake;
import io.distributor.backend.Namespace;
import io.distributor.backend.Socket;
import io.distributor.backend.SocketData;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sockets that know where they are and what their clients said, and nothing else.
 */
final class TestSocket {

	static final Handshake HANDSHAKE = stub(Handshake.class,
			Map.of("headers",
					Map.of("x-room", List.of("general"), "x-level", List.of("7"), "x-tags", List.of("a", "b")), "query",
					Map.of("page", "3", "mode", "FAST", "empty", ""), "toString", "handshake"),
			(name) -> json("{\"token\":\"t\",\"device\":{\"name\":\"phone\",\"age\":2},\"none\":null}"));

	private TestSocket() {
	}

	static Socket in(Namespace namespace) {
		return of(namespace, null);
	}

	static Socket of(Namespace namespace, @Nullable String user) {
		SocketData data = stub(SocketData.class, Map.of(), (name) -> "score".equals(name) ? json("42") : null);
		Map<String, Object> results = new HashMap<>(
				Map.of("namespace", namespace, "handshake", HANDSHAKE, "data", data, "toString", "socket"));
		if (user != null) {
			results.put("user", user);
		}
		return stub(Socket.class, results, (name) -> null);
	}

	private static JsonNode json(String json) {
		return JsonMapper.shared().readTree(json);
	}

	private static <T> T stub(Class<T> type, Map<String, Object> results, Values values) {
		InvocationHandler handler = (proxy, method, arguments) -> switch (method.getName()) {
			case "equals" -> proxy == arguments[0];
			case "hashCode" -> System.identityHashCode(proxy);
			case "auth", "get" -> values.find(arguments[0]);
			default -> results.get(method.getName());
		};
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, handler));
	}

	private interface Values {

		@Nullable Object find(Object name);

	}

}
