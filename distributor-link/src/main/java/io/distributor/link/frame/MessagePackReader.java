package io.distributor.link.frame;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessageUnpacker;

/**
 * Reads MessagePack values out of one frame, trusting nothing: no size it reads makes it
 * allocate more than the frame has bytes left.
 */
final class MessagePackReader {

	private static final int PREALLOCATED = 64;

	private final MessageUnpacker unpacker;

	private final int length;

	MessagePackReader(byte[] frame) {
		this.unpacker = MessagePack.newDefaultUnpacker(frame);
		this.length = frame.length;
	}

	int array(int fields) throws IOException {
		int size = this.unpacker.unpackArrayHeader();
		if (size < fields) {
			throw new MalformedFrameException("Array of " + size + " (expected: >= " + fields + ")");
		}
		return within(size);
	}

	int map() throws IOException {
		int size = this.unpacker.unpackMapHeader();
		within(2L * size);
		return size;
	}

	void skip(int values) throws IOException {
		if (values > 0) {
			this.unpacker.skipValue(values);
		}
	}

	long number() throws IOException {
		return this.unpacker.unpackLong();
	}

	int integer() throws IOException {
		return this.unpacker.unpackInt();
	}

	boolean bool() throws IOException {
		return this.unpacker.unpackBoolean();
	}

	boolean isNil() throws IOException {
		return this.unpacker.tryUnpackNil();
	}

	String string() throws IOException {
		int size = within(this.unpacker.unpackRawStringHeader());
		return new String(this.unpacker.readPayload(size), StandardCharsets.UTF_8);
	}

	@Nullable String nullableString() throws IOException {
		return this.unpacker.tryUnpackNil() ? null : string();
	}

	byte[] bytes() throws IOException {
		return this.unpacker.readPayload(within(this.unpacker.unpackBinaryHeader()));
	}

	byte @Nullable [] nullableBytes() throws IOException {
		return this.unpacker.tryUnpackNil() ? null : bytes();
	}

	List<String> strings() throws IOException {
		int size = array(0);
		List<String> strings = new ArrayList<>(Math.min(size, PREALLOCATED));
		for (int i = 0; i < size; i++) {
			strings.add(string());
		}
		return strings;
	}

	Map<String, String> stringMap() throws IOException {
		int size = map();
		Map<String, String> strings = new LinkedHashMap<>();
		for (int i = 0; i < size; i++) {
			strings.put(string(), string());
		}
		return strings;
	}

	Map<String, String> nullableStringMap() throws IOException {
		return this.unpacker.tryUnpackNil() ? Map.of() : stringMap();
	}

	List<byte[]> byteArrays() throws IOException {
		int size = array(0);
		List<byte[]> arrays = new ArrayList<>(Math.min(size, PREALLOCATED));
		for (int i = 0; i < size; i++) {
			arrays.add(bytes());
		}
		return arrays;
	}

	private int within(long size) {
		long left = this.length - this.unpacker.getTotalReadBytes();
		if (size > left) {
			throw new MalformedFrameException("Size of " + size + " (expected: <= " + left + " bytes left)");
		}
		return (int) size;
	}

}
