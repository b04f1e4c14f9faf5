package io.distributor.engine.protocol.engineio;

import io.netty.buffer.ByteBuf;

/**
 * Takes decoded packets.
 */
public interface PacketReceiver {

	/**
	 * A packet with text, possibly empty, arrived.
	 * @param type type of the packet
	 * @param text UTF-8 bytes after the type, valid only during this call
	 */
	void onPacket(PacketType type, ByteBuf text);

	/**
	 * A message packet with binary payload arrived.
	 * @param data the payload, valid only during this call
	 */
	void onBinary(ByteBuf data);

}
