package io.distributor.interop.adapter;

import java.util.Collection;
import java.util.function.Consumer;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.ByteArrayBuilder;

/**
 * Writes one JSON object into memory.
 */
final class JsonText {

	private static final JsonFactory JSON = new JsonFactory();

	private JsonText() {
	}

	static byte[] object(Consumer<JsonGenerator> properties) {
		ByteArrayBuilder bytes = new ByteArrayBuilder();
		try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
			json.writeStartObject();
			properties.accept(json);
			json.writeEndObject();
		}
		return bytes.toByteArray();
	}

	static void names(JsonGenerator json, String property, Collection<String> names) {
		json.writeName(property);
		json.writeStartArray();
		names.forEach(json::writeString);
		json.writeEndArray();
	}

}
