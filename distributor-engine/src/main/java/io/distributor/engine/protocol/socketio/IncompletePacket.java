package io.distributor.engine.protocol.socketio;

import java.util.ArrayList;
import java.util.List;

import io.distributor.engine.limit.Limit;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import org.jspecify.annotations.Nullable;

/**
 * A binary packet some of whose attachments are still to come.
 */
final class IncompletePacket {

	private final PacketHeader header;

	private final byte[] json;

	private final List<byte[]> attachments;

	private long bytesLeft;

	IncompletePacket(PacketHeader header, byte[] json, long maxBytes) {
		this.header = header;
		this.json = json;
		this.attachments = new ArrayList<>(header.attachments());
		this.bytesLeft = maxBytes;
	}

	@Nullable Packet add(ByteBuf data) {
		this.bytesLeft -= data.readableBytes();
		if (this.bytesLeft < 0) {
			throw new MalformedPacketException("attachments: " + -this.bytesLeft + " bytes more than allowed",
					Limit.ATTACHMENT_BYTES);
		}
		this.attachments.add(ByteBufUtil.getBytes(data));
		data.skipBytes(data.readableBytes());
		if (this.attachments.size() < this.header.attachments()) {
			return null;
		}
		return toPacket(this.header, new PacketArguments(this.json, this.attachments));
	}

	/** Returns how many bytes of this packet are kept. */
	long bytes() {
		long bytes = this.json.length;
		for (byte[] attachment : this.attachments) {
			bytes += attachment.length;
		}
		return bytes;
	}

	static Packet complete(PacketHeader header, byte[] json) {
		return toPacket(header, new PacketArguments(json, List.of()));
	}

	private static Packet toPacket(PacketHeader header, PacketArguments arguments) {
		return switch (header.type()) {
			case EVENT, BINARY_EVENT -> new EventPacket(header.namespace(), header.id(), arguments);
			case ACK, BINARY_ACK -> new AckPacket(header.namespace(), header.id(), arguments);
			default -> throw new IllegalArgumentException(
					"type: " + header.type() + " (expected: an event or an acknowledgement)");
		};
	}

}
