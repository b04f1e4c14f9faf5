package io.distributor.engine.protocol.socketio;

import java.nio.charset.StandardCharsets;

import io.distributor.engine.limit.Limit;
import io.netty.buffer.ByteBuf;
import io.netty.util.AsciiString;
import org.jspecify.annotations.Nullable;
import org.jspecify.annotations.Nullable;

/**
 * Reads what stands before the payload:
 * {@code <type>[<attachments>-][<namespace>,][<id>]}. Belongs to one decoder.
 */
final class PacketHeaderReader {

	private static final String MAIN_NAMESPACE = "/";

	/** Greatest integer JavaScript clients represent exactly. */
	private static final long MAX_ID = (1L << 53) - 1;

	private final DecoderLimits limits;

	/**
	 * Most clients stay in one namespace: its name is made a string once per connection,
	 * not once per packet.
	 */
	private AsciiString lastNamespace = AsciiString.EMPTY_STRING;

	private String lastNamespaceName = MAIN_NAMESPACE;

	private @Nullable String lastQuery;

	private boolean named;

	PacketHeaderReader(DecoderLimits limits) {
		this.limits = limits;
	}

	/** Leaves the reader index at the payload. */
	PacketHeader read(ByteBuf text) {
		if (!text.isReadable()) {
			throw new MalformedPacketException("packet: empty (expected: a packet type)");
		}
		PacketType type = PacketType.ofCode(text.readUnsignedByte());
		int attachments = type.isBinary() ? readAttachments(text) : 0;
		this.named = next(text) == '/';
		String namespace = this.named ? readNamespace(text) : MAIN_NAMESPACE;
		long id = isDigit(next(text)) ? readNumber(text, MAX_ID, "id", null) : EventPacket.NO_ID;
		if (id != EventPacket.NO_ID && !type.takesId()) {
			throw new MalformedPacketException("id: given for " + type + " (expected: none)");
		}
		return new PacketHeader(type, attachments, namespace, id);
	}

	/**
	 * Returns the query string that came with the namespace of the header read last, or
	 * {@code null} if there was none.
	 */
	@Nullable String query() {
		return this.named ? this.lastQuery : null;
	}

	private int readAttachments(ByteBuf text) {
		int attachments = (int) readNumber(text, this.limits.maxAttachments(), "attachments", Limit.ATTACHMENTS);
		if (attachments == 0 || next(text) != '-') {
			throw new MalformedPacketException("attachments: none (expected: a number > 0 and a hyphen)");
		}
		text.skipBytes(1);
		return attachments;
	}

	private String readNamespace(ByteBuf text) {
		int start = text.readerIndex();
		int length = text.bytesBefore((byte) ',');
		if (length < 0) {
			length = text.readableBytes();
			text.skipBytes(length);
		}
		else {
			text.skipBytes(length + 1);
		}
		return namespaceName(text, start, length);
	}

	private String namespaceName(ByteBuf text, int start, int length) {
		if (isLastNamespace(text, start, length)) {
			return this.lastNamespaceName;
		}
		if (length > this.limits.maxNamespaceLength()) {
			throw new MalformedPacketException(
					"namespace: " + length + " bytes (expected: at most " + this.limits.maxNamespaceLength() + ")",
					Limit.NAMESPACE_LENGTH);
		}
		byte[] bytes = new byte[length];
		text.getBytes(start, bytes);
		this.lastNamespaceName = decodeNamespace(bytes);
		this.lastNamespace = new AsciiString(bytes, false);
		return this.lastNamespaceName;
	}

	private boolean isLastNamespace(ByteBuf text, int start, int length) {
		if (length != this.lastNamespace.length()) {
			return false;
		}
		for (int i = 0; i < length; i++) {
			if (text.getByte(start + i) != this.lastNamespace.byteAt(i)) {
				return false;
			}
		}
		return true;
	}

	private String decodeNamespace(byte[] bytes) {
		Utf8.check(bytes);
		int length = 0;
		while (length < bytes.length && bytes[length] != '?') {
			if (bytes[length] >= 0 && bytes[length] < ' ') {
				throw new MalformedPacketException("namespace: control character (expected: text)");
			}
			length++;
		}
		this.lastQuery = (length < bytes.length)
				? new String(bytes, length + 1, bytes.length - length - 1, StandardCharsets.UTF_8) : null;
		return new String(bytes, 0, length, StandardCharsets.UTF_8);
	}

	private static long readNumber(ByteBuf text, long max, String what, @Nullable Limit limit) {
		long number = 0;
		while (isDigit(next(text))) {
			number = number * 10 + (text.readByte() - '0');
			if (number > max) {
				throw new MalformedPacketException(what + ": too large (expected: at most " + max + ")", limit);
			}
		}
		return number;
	}

	private static boolean isDigit(int character) {
		return character >= '0' && character <= '9';
	}

	private static int next(ByteBuf text) {
		return text.isReadable() ? text.getByte(text.readerIndex()) : -1;
	}

}
