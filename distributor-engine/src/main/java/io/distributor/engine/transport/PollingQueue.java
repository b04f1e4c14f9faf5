package io.distributor.engine.transport;

import java.util.ArrayDeque;
import java.util.Queue;

import io.distributor.engine.protocol.engineio.PacketCodec;
import io.distributor.engine.protocol.engineio.PacketType;
import io.distributor.engine.protocol.engineio.PayloadFormat;
import io.distributor.engine.session.OutboundMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import org.jspecify.annotations.Nullable;

/**
 * What waits for the next poll of a client, bounded in bytes. To be used on the event
 * loop of the session only.
 */
final class PollingQueue {

	private final PacketCodec codec;

	private final int maxBytes;

	private final Queue<OutboundMessage> messages = new ArrayDeque<>(4);

	private int bytes;

	private boolean binary;

	private @Nullable PacketType heartbeat;

	private String heartbeatText = "";

	PollingQueue(PacketCodec codec, int maxBytes) {
		this.codec = codec;
		this.maxBytes = maxBytes;
	}

	/**
	 * Returns what waits.
	 */
	int bytes() {
		return this.bytes;
	}

	/**
	 * Returns the room that a message takes.
	 */
	int size(OutboundMessage message) {
		return message.packets(this.codec.payloadFormat(!message.binaries().isEmpty())).length + 1;
	}

	boolean add(OutboundMessage message) {
		boolean binaries = !message.binaries().isEmpty();
		int size = size(message);
		if (size > this.maxBytes - this.bytes) {
			return false;
		}
		this.bytes += size;
		this.binary |= binaries;
		this.messages.add(message);
		return true;
	}

	/**
	 * Adds a packet of the heartbeat; one that was added before and not polled gives way.
	 */
	void addHeartbeat(PacketType type, String text) {
		this.heartbeat = type;
		this.heartbeatText = text;
	}

	boolean isEmpty() {
		return this.messages.isEmpty() && this.heartbeat == null;
	}

	/**
	 * Returns the format of the payload this queue would be emptied into now.
	 */
	PayloadFormat format() {
		return this.codec.payloadFormat(this.binary);
	}

	/**
	 * Empties this queue into a payload.
	 * @param allocator allocates the payload
	 * @param close whether a close packet shall end it
	 * @return the payload, in the {@link #format()}, released by the caller
	 */
	ByteBuf drain(ByteBufAllocator allocator, boolean close) {
		PayloadFormat format = format();
		ByteBuf payload = allocator.directBuffer(this.bytes + 4);
		if (this.heartbeat != null) {
			format.writePacket(payload, this.heartbeat, this.heartbeatText);
		}
		for (OutboundMessage message : this.messages) {
			format.separate(payload);
			payload.writeBytes(message.packets(format));
		}
		clear();
		if (close) {
			format.separate(payload);
			format.writePacket(payload, PacketType.CLOSE, "");
		}
		return payload;
	}

	/**
	 * Empties this queue into the next transport of the session.
	 * @param session gets the messages in their order
	 * @param webSocket gets the packet of the heartbeat
	 */
	void moveTo(TransportSession session, WebSocketTransport webSocket) {
		if (this.heartbeat != null) {
			webSocket.sendPacket(this.heartbeat, this.heartbeatText);
		}
		this.messages.forEach(session::send);
		clear();
	}

	private void clear() {
		this.messages.clear();
		this.bytes = 0;
		this.binary = false;
		this.heartbeat = null;
		this.heartbeatText = "";
	}

}
