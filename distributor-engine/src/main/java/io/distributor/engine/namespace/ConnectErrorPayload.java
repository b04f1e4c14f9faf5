package io.distributor.engine.namespace;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes what a refused client is told.
 */
final class ConnectErrorPayload {

	private static final JsonFactory JSON = new JsonFactory();

	private ConnectErrorPayload() {
	}

	/** Returns the message alone, as a JSON string. */
	static byte[] of(String message) {
		ByteArrayOutputStream payload = new ByteArrayOutputStream();
		try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), payload)) {
			json.writeString(message);
		}
		return payload.toByteArray();
	}

	static byte[] of(String message, byte @Nullable [] data) {
		ByteArrayOutputStream payload = new ByteArrayOutputStream();
		try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), payload)) {
			json.writeStartObject();
			json.writeStringProperty("message", message);
			if (data != null) {
				json.writeName("data");
				json.writeRawValue(new String(data, StandardCharsets.UTF_8));
			}
			json.writeEndObject();
		}
		return payload.toByteArray();
	}

}
