package io.distributor.handler;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Locale;

import io.distributor.annotation.AuthValue;
import io.distributor.annotation.HandshakeHeader;
import io.distributor.annotation.HandshakeQuery;
import io.distributor.annotation.NamespaceVariable;
import io.distributor.annotation.SocketDataValue;
import io.distributor.backend.Socket;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Something of a socket that has a name: what an annotation gives to parameters.
 *
 * @param annotation the annotation
 * @param noun what it is, for the texts of exceptions
 * @param form whether its values are text or JSON
 * @param place finds it
 */
record NamedValueKind(Class<? extends Annotation> annotation, String noun, Form form, Place place) {

	static final List<NamedValueKind> ALL = List.of(
			new NamedValueKind(HandshakeHeader.class, "header", Form.TEXT, NamedValueKind::header),
			new NamedValueKind(HandshakeQuery.class, "query parameter", Form.TEXT, NamedValueKind::query),
			new NamedValueKind(AuthValue.class, "auth", Form.JSON, NamedValueKind::auth),
			new NamedValueKind(SocketDataValue.class, "data", Form.JSON,
					(socket, name) -> socket.data().get(name, JsonNode.class)),
			new NamedValueKind(NamespaceVariable.class, "namespace variable", Form.TEXT,
					(socket, name) -> socket.namespace().variables().get(name)));

	private static @Nullable Object header(Socket socket, String name) {
		return socket.handshake().headers().get(name.toLowerCase(Locale.ROOT));
	}

	private static @Nullable Object query(Socket socket, String name) {
		return socket.handshake().query().get(name);
	}

	private static @Nullable Object auth(Socket socket, String name) {
		JsonNode auth = socket.handshake().auth(JsonNode.class);
		JsonNode value = (auth != null) ? auth.get(name) : null;
		return (value == null || value.isNull()) ? null : value;
	}

	/**
	 * What values are made of.
	 */
	enum Form {

		/** Text, or a list of texts. */
		TEXT,

		/** A node of JSON. */
		JSON

	}

	/**
	 * Where values are found.
	 */
	@FunctionalInterface
	interface Place {

		/**
		 * Finds a value.
		 * @return a text, a list of texts, or a node of JSON; {@code null} if there is
		 * none
		 */
		@Nullable Object find(Socket socket, String name);

	}

}
