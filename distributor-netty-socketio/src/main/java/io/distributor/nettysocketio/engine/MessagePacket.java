package io.distributor.nettysocketio.engine;

import java.util.concurrent.atomic.AtomicLong;

import com.corundumstudio.socketio.protocol.EngineIOVersion;
import com.corundumstudio.socketio.protocol.Packet;
import com.corundumstudio.socketio.protocol.PacketType;
import io.distributor.engine.protocol.engineio.PacketCodec;
import io.distributor.engine.protocol.engineio.PayloadFormat;
import io.distributor.engine.session.OutboundMessage;

/**
 * A message of our engine in the queue of a client of netty-socketio: written as it is,
 * its attachments right behind it.
 */
final class MessagePacket extends Packet {

	private static final long serialVersionUID = 1L;

	private final transient OutboundMessage message;

	private final transient AtomicLong queuedBytes;

	/**
	 * Creates the packet.
	 * @param queuedBytes how many bytes wait in the queue of the client
	 */
	MessagePacket(OutboundMessage message, AtomicLong queuedBytes) {
		super(PacketType.MESSAGE, EngineIOVersion.V4);
		this.message = message;
		this.queuedBytes = queuedBytes;
		queuedBytes.addAndGet(size(message));
	}

	static int size(OutboundMessage message) {
		return message.frames(PacketCodec.REVISION_4).length;
	}

	/**
	 * Takes it off the queue, as frames of a websocket.
	 */
	byte[] takeFrames() {
		this.queuedBytes.addAndGet(-size(this.message));
		return this.message.frames(PacketCodec.REVISION_4);
	}

	/**
	 * Takes it off the queue, as packets for the answer to a poll.
	 */
	byte[] takePackets() {
		this.queuedBytes.addAndGet(-size(this.message));
		return this.message.packets(PayloadFormat.REVISION_4);
	}

}
