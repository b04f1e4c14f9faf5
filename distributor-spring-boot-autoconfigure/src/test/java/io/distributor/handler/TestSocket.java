package io.distributor.handler;

import java.lang.reflect.Proxy;
import java.util.Map;

import io.distributor.backend.Handshake;
import io.distributor.backend.Namespace;
import io.distributor.backend.Socket;

/**
 * Sockets that know where they are, and nothing else.
 */
final class TestSocket {

	static final Handshake HANDSHAKE = stub(Handshake.class, Map.of("toString", "handshake"));

	private TestSocket() {
	}

	static Socket in(Namespace namespace) {
		return stub(Socket.class, Map.of("namespace", namespace, "handshake", HANDSHAKE, "toString", "socket"));
	}

	private static <T> T stub(Class<T> type, Map<String, Object> results) {
		Object stub = Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
				(proxy, method, arguments) -> switch (method.getName()) {
					case "equals" -> proxy == arguments[0];
					case "hashCode" -> System.identityHashCode(proxy);
					default -> results.get(method.getName());
				});
		return type.cast(stub);
	}

}
