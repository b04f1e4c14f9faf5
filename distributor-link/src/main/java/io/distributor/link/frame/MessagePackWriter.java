package io.distributor.link.frame;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;

/**
 * Writes MessagePack values into memory. Used again and again by one thread. Large byte
 * arrays are read when the bytes are taken, and must not change until then.
 */
final class MessagePackWriter {

	private final MessageBufferPacker packer = MessagePack.newDefaultBufferPacker();

	byte[] takeBytes() {
		byte[] bytes = this.packer.toByteArray();
		this.packer.clear();
		return bytes;
	}

	MessagePackWriter array(int size) {
		try {
			this.packer.packArrayHeader(size);
			return this;
		}
		catch (IOException ex) {
			throw memoryFailed(ex);
		}
	}

	MessagePackWriter map(int size) {
		try {
			this.packer.packMapHeader(size);
			return this;
		}
		catch (IOException ex) {
			throw memoryFailed(ex);
		}
	}

	MessagePackWriter number(long value) {
		try {
			this.packer.packLong(value);
			return this;
		}
		catch (IOException ex) {
			throw memoryFailed(ex);
		}
	}

	MessagePackWriter bool(boolean value) {
		try {
			this.packer.packBoolean(value);
			return this;
		}
		catch (IOException ex) {
			throw memoryFailed(ex);
		}
	}

	MessagePackWriter string(@Nullable String value) {
		try {
			if (value == null) {
				this.packer.packNil();
			}
			else {
				this.packer.packString(value);
			}
			return this;
		}
		catch (IOException ex) {
			throw memoryFailed(ex);
		}
	}

	MessagePackWriter bytes(byte @Nullable [] value) {
		try {
			if (value == null) {
				this.packer.packNil();
			}
			else {
				this.packer.packBinaryHeader(value.length);
				this.packer.addPayload(value);
			}
			return this;
		}
		catch (IOException ex) {
			throw memoryFailed(ex);
		}
	}

	MessagePackWriter strings(Collection<String> values) {
		array(values.size());
		values.forEach(this::string);
		return this;
	}

	MessagePackWriter strings(Map<String, String> values) {
		map(values.size());
		values.forEach((name, value) -> string(name).string(value));
		return this;
	}

	MessagePackWriter byteArrays(List<byte[]> values) {
		array(values.size());
		values.forEach(this::bytes);
		return this;
	}

	private static UncheckedIOException memoryFailed(IOException ex) {
		return new UncheckedIOException("Writing to memory failed", ex);
	}

}
