package io.distributor.backend.json;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import io.distributor.backend.ArgumentConversionException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;

/**
 * Values of a JSON object, each as the bytes it was written as: read when they are asked
 * for, and never written anew because another one changes.
 */
final class ObjectValues {

	private ObjectValues() {
	}

	static Map<String, byte[]> read(byte[] json, ObjectReader reader, String what) {
		Map<String, byte[]> values = new LinkedHashMap<>();
		try (JsonParser parser = reader.createParser(json)) {
			if (parser.nextToken() != JsonToken.START_OBJECT) {
				throw new ArgumentConversionException(what + ": something else (expected: a JSON object)");
			}
			while (parser.nextToken() != JsonToken.END_OBJECT) {
				String name = parser.currentName();
				parser.nextToken();
				values.put(name, value(json, parser));
			}
		}
		return values;
	}

	private static byte[] value(byte[] json, JsonParser parser) {
		int begin = (int) parser.currentTokenLocation().getByteOffset();
		parser.skipChildren();
		parser.finishToken();
		return Arrays.copyOfRange(json, begin, (int) parser.currentLocation().getByteOffset());
	}

	static byte[] write(Map<String, byte[]> values, ObjectWriter writer) {
		ByteArrayOutputStream json = new ByteArrayOutputStream();
		char separator = '{';
		for (Map.Entry<String, byte[]> value : values.entrySet()) {
			json.write(separator);
			json.writeBytes(writer.writeValueAsBytes(value.getKey()));
			json.write(':');
			json.writeBytes(value.getValue());
			separator = ',';
		}
		if (values.isEmpty()) {
			json.write('{');
		}
		json.write('}');
		return json.toByteArray();
	}

}
