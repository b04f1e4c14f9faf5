package io.distributor.backend.json;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.ObjectReader;

/**
 * Elements of a JSON array without binary: where each begins and ends in the bytes, so
 * that it is bound straight from them.
 */
final class TextSource implements ArgumentSource {

	private static final int TYPICAL_SIZE = 4;

	private final byte[] json;

	private int[] bounds = new int[2 * TYPICAL_SIZE];

	private int size;

	TextSource(byte[] json, ObjectReader reader) {
		this.json = json;
		try (JsonParser parser = reader.createParser(json)) {
			if (parser.nextToken() != JsonToken.START_ARRAY) {
				throw new NotAnArrayException();
			}
			while (parser.nextToken() != JsonToken.END_ARRAY) {
				add(parser);
			}
		}
	}

	private void add(JsonParser parser) {
		long begin = parser.currentTokenLocation().getByteOffset();
		parser.skipChildren();
		parser.finishToken();
		long end = parser.currentLocation().getByteOffset();
		if (2 * this.size == this.bounds.length) {
			this.bounds = Arrays.copyOf(this.bounds, 2 * this.bounds.length);
		}
		this.bounds[2 * this.size] = (int) begin;
		this.bounds[2 * this.size + 1] = (int) end;
		this.size++;
	}

	@Override
	public int size() {
		return this.size;
	}

	@Override
	public boolean isNull(int index) {
		return this.json[this.bounds[2 * index]] == 'n';
	}

	@Override
	public @Nullable Object read(int index, ObjectReader reader) {
		int begin = this.bounds[2 * index];
		return reader.readValue(this.json, begin, this.bounds[2 * index + 1] - begin);
	}

}
