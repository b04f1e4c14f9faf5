package io.distributor.interop.adapter;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.msgpack.core.ExtensionTypeHeader;
import org.msgpack.core.MessageFormat;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessageUnpacker;
import org.msgpack.value.ValueType;

/**
 * Reads MessagePack values out of one message, trusting nothing: no size it reads makes
 * it allocate more than the message has bytes left. What is wrong with it is told by
 * {@link IOException}, {@code MessagePackException} or {@link MalformedMessageException}.
 */
final class MessagePackInput {

	private final MessageUnpacker unpacker;

	private final int length;

	MessagePackInput(byte[] message) {
		this.unpacker = MessagePack.newDefaultUnpacker(message);
		this.length = message.length;
	}

	int array() throws IOException {
		return within(this.unpacker.unpackArrayHeader());
	}

	int map() throws IOException {
		int size = this.unpacker.unpackMapHeader();
		within(2L * size);
		return size;
	}

	MessageFormat nextFormat() throws IOException {
		return this.unpacker.getNextFormat();
	}

	ValueType nextType() throws IOException {
		return nextFormat().getValueType();
	}

	boolean nil() throws IOException {
		return this.unpacker.tryUnpackNil();
	}

	boolean bool() throws IOException {
		return this.unpacker.unpackBoolean();
	}

	int integer() throws IOException {
		return this.unpacker.unpackInt();
	}

	BigInteger bigInteger() throws IOException {
		return this.unpacker.unpackBigInteger();
	}

	double decimal() throws IOException {
		return this.unpacker.unpackDouble();
	}

	String string() throws IOException {
		return new String(payload(this.unpacker.unpackRawStringHeader()), StandardCharsets.UTF_8);
	}

	@Nullable String nullableString() throws IOException {
		return nil() ? null : string();
	}

	/**
	 * Reads a name: numbers are names in JavaScript, too.
	 */
	String name() throws IOException {
		return (nextType() == ValueType.INTEGER) ? bigInteger().toString() : string();
	}

	byte[] binary() throws IOException {
		return payload(this.unpacker.unpackBinaryHeader());
	}

	ExtensionTypeHeader extension() throws IOException {
		ExtensionTypeHeader header = this.unpacker.unpackExtensionTypeHeader();
		within(header.getLength());
		return header;
	}

	byte[] payload(int size) throws IOException {
		return this.unpacker.readPayload(within(size));
	}

	/**
	 * Reads names of rooms: an array, or nil for none.
	 */
	Set<String> rooms(AdapterLimits limits) throws IOException {
		if (nil()) {
			return Set.of();
		}
		int size = array();
		RoomCheck.checkNumber(size, limits);
		Set<String> rooms = new HashSet<>();
		for (int i = 0; i < size; i++) {
			rooms.add(RoomCheck.checkName(name()));
		}
		return rooms;
	}

	void skip() throws IOException {
		this.unpacker.skipValue();
	}

	void checkEnd() throws IOException {
		if (this.unpacker.hasNext()) {
			throw new MalformedMessageException("message: bytes behind its end (expected: none)");
		}
	}

	private int within(long size) {
		long left = this.length - this.unpacker.getTotalReadBytes();
		if (size < 0 || size > left) {
			throw new MalformedMessageException("size: " + size + " (expected: <= " + left + " bytes left)");
		}
		return (int) size;
	}

}
