package io.distributor.engine.namespace;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;

import io.netty.handler.codec.http.QueryStringDecoder;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import io.distributor.engine.protocol.socketio.MalformedPacketException;

/**
 * The query string of a namespace as a JSON object: a string for each parameter, an array
 * of strings for one that is given several times.
 */
final class ConnectQuery {

	private static final JsonFactory JSON = new JsonFactory();

	private ConnectQuery() {
	}

	static byte[] toJson(String query) {
		ByteArrayOutputStream object = new ByteArrayOutputStream();
		try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), object)) {
			json.writeStartObject();
			for (Map.Entry<String, List<String>> parameter : parameters(query).entrySet()) {
				json.writeName(parameter.getKey());
				write(json, parameter.getValue());
			}
			json.writeEndObject();
		}
		return object.toByteArray();
	}

	private static Map<String, List<String>> parameters(String query) {
		try {
			return new QueryStringDecoder(query, false).parameters();
		}
		catch (IllegalArgumentException ex) {
			throw new MalformedPacketException("query of a namespace: malformed escape (expected: %xx)");
		}
	}

	private static void write(JsonGenerator json, List<String> values) {
		if (values.size() == 1) {
			json.writeString(values.get(0));
			return;
		}
		json.writeStartArray();
		values.forEach(json::writeString);
		json.writeEndArray();
	}

}
