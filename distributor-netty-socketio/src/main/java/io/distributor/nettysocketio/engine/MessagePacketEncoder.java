package io.distributor.nettysocketio.engine;

import java.io.IOException;
import java.util.Queue;

import com.corundumstudio.socketio.Configuration;
import com.corundumstudio.socketio.protocol.EngineIOVersion;
import com.corundumstudio.socketio.protocol.Packet;
import com.corundumstudio.socketio.protocol.PacketEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.codec.base64.Base64;

/**
 * Encodes our messages among the packets of netty-socketio.
 */
final class MessagePacketEncoder extends PacketEncoder {

	private static final int SEPARATOR = 0x1e;

	private static final int BINARY = 'b';

	MessagePacketEncoder(Configuration configuration) {
		super(configuration, configuration.getJsonSupport());
	}

	@Override
	public void encodePacket(Packet packet, ByteBuf buffer, ByteBufAllocator allocator, boolean binary)
			throws IOException {
		if (packet instanceof MessagePacket message) {
			buffer.writeBytes(message.takePackets());
		}
		else {
			super.encodePacket(packet, buffer, allocator, binary);
		}
	}

	/**
	 * Encodes the answer to a poll. In that of netty-socketio the packet behind the last
	 * one that has room is lost, and attachments are not as clients of revision 4 read
	 * them.
	 */
	@Override
	public void encodePackets(Queue<Packet> packets, ByteBuf buffer, ByteBufAllocator allocator, int limit)
			throws IOException {
		Packet first = packets.peek();
		if (first == null || first.getEngineIOVersion() != EngineIOVersion.V4) {
			super.encodePackets(packets, buffer, allocator, limit);
			return;
		}
		for (int i = 0; i < limit; i++) {
			Packet packet = packets.poll();
			if (packet == null) {
				return;
			}
			if (i > 0) {
				buffer.writeByte(SEPARATOR);
			}
			encodePacket(packet, buffer, allocator, false);
			for (ByteBuf attachment : packet.getAttachments()) {
				buffer.writeByte(SEPARATOR).writeByte(BINARY);
				ByteBuf encoded = Base64.encode(attachment, false);
				buffer.writeBytes(encoded);
				encoded.release();
			}
		}
	}

}
