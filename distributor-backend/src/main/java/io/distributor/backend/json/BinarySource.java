package io.distributor.backend.json;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;

/**
 * Elements of a JSON array with binary: a tree in which attachments stand where their
 * placeholders were.
 */
final class BinarySource implements ArgumentSource {

	private final JsonNode array;

	BinarySource(byte[] json, List<byte[]> attachments, ObjectReader reader) {
		JsonNode tree = reader.readTree(json);
		if (!tree.isArray()) {
			throw new NotAnArrayException();
		}
		this.array = Placeholder.resolve(tree, attachments);
	}

	@Override
	public int size() {
		return this.array.size();
	}

	@Override
	public boolean isNull(int index) {
		return this.array.get(index).isNull();
	}

	@Override
	public @Nullable Object read(int index, ObjectReader reader) {
		return reader.readValue(this.array.get(index));
	}

}
