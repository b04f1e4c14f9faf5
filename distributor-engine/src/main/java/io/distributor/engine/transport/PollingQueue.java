package io.distributor.engine.transport;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

import io.distributor.engine.protocol.engineio.PacketCodec;
import io.distributor.engine.protocol.engineio.PacketType;
import io.distributor.engine.session.OutboundMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/**
 * What waits for the next poll of a client, bounded in bytes. To be used on the event
 * loop of the session only.
 */
final class PollingQueue {

	private final PacketCodec codec;

	private final int maxBytes;

	private final Queue<OutboundMessage> messages = new ArrayDeque<>(4);

	private int bytes;

	private boolean pingDue;

	PollingQueue(PacketCodec codec, int maxBytes) {
		this.codec = codec;
		this.maxBytes = maxBytes;
	}

	boolean add(OutboundMessage message) {
		int size = size(message);
		if (size > this.maxBytes - this.bytes) {
			return false;
		}
		this.bytes += size;
		this.messages.add(message);
		return true;
	}

	private int size(OutboundMessage message) {
		return message.packets(this.codec).length + 1;
	}

	void addPing() {
		this.pingDue = true;
	}

	boolean isEmpty() {
		return this.messages.isEmpty() && !this.pingDue;
	}

	/**
	 * Empties this queue into a payload.
	 * @param allocator allocates the payload
	 * @param close whether a close packet shall end it
	 * @return the payload, released by the caller
	 */
	ByteBuf drain(ByteBufAllocator allocator, boolean close) {
		ByteBuf payload = allocator.directBuffer(this.bytes + 4);
		if (this.pingDue) {
			payload.writeByte(PacketType.PING.code()).writeByte(PacketCodec.SEPARATOR);
		}
		for (OutboundMessage message : this.messages) {
			payload.writeBytes(message.packets(this.codec)).writeByte(PacketCodec.SEPARATOR);
		}
		clear();
		if (close) {
			return payload.writeByte(PacketType.CLOSE.code());
		}
		return payload.writerIndex(payload.writerIndex() - 1);
	}

	/**
	 * Empties this queue.
	 * @param receiver takes the messages in their order
	 * @return whether a ping was due
	 */
	boolean drain(Consumer<OutboundMessage> receiver) {
		boolean ping = this.pingDue;
		this.messages.forEach(receiver);
		clear();
		return ping;
	}

	private void clear() {
		this.messages.clear();
		this.bytes = 0;
		this.pingDue = false;
	}

}
