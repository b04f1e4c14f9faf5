package io.distributor.engine.protocol.socketio;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads the arguments of a binary packet and checks that each attachment stands in them
 * exactly once. Its recursion is bounded by the depth the parser allows.
 */
final class PlaceholderReader {

	private static final int NO_NUMBER = -1;

	private final JsonParser parser;

	private final boolean[] found;

	private int missing;

	PlaceholderReader(JsonParser parser, int attachments) {
		this.parser = parser;
		this.found = new boolean[attachments];
		this.missing = attachments;
	}

	void readArguments() {
		readArray();
		if (this.missing > 0) {
			throw new MalformedPacketException("placeholders: " + (this.found.length - this.missing) + " (expected: "
					+ this.found.length + ", one for each attachment)");
		}
	}

	private void readArray() {
		for (JsonToken token = this.parser.nextToken(); token != JsonToken.END_ARRAY; token = this.parser.nextToken()) {
			readValue(token);
		}
	}

	private void readObject() {
		boolean placeholder = false;
		int number = NO_NUMBER;
		while (this.parser.nextToken() != JsonToken.END_OBJECT) {
			String name = this.parser.currentName();
			JsonToken token = this.parser.nextToken();
			if ("_placeholder".equals(name)) {
				placeholder = token == JsonToken.VALUE_TRUE;
			}
			else if ("num".equals(name)) {
				number = (token == JsonToken.VALUE_NUMBER_INT) ? attachmentNumber() : NO_NUMBER;
			}
			readValue(token);
		}
		if (placeholder) {
			take(number);
		}
	}

	private void readValue(JsonToken token) {
		if (token == JsonToken.START_ARRAY) {
			readArray();
		}
		else if (token == JsonToken.START_OBJECT) {
			readObject();
		}
	}

	/** Any property may be called "num": too large a number is no fault by itself. */
	private int attachmentNumber() {
		if (this.parser.getNumberType() != JsonParser.NumberType.INT) {
			return NO_NUMBER;
		}
		return this.parser.getIntValue();
	}

	private void take(int number) {
		if (number < 0 || number >= this.found.length || this.found[number]) {
			throw new MalformedPacketException(
					"placeholder: number out of range or repeated (expected: 0-" + (this.found.length - 1) + ", once)");
		}
		this.found[number] = true;
		this.missing--;
	}

}
