package io.distributor.engine.protocol.engineio;

import java.util.List;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * How packets stand in the response to a poll. Stateless: may be shared by threads.
 */
public interface PayloadFormat {

	/** Format of revision 4, for text and binary. */
	PayloadFormat REVISION_4 = new PayloadFormat4();

	/**
	 * Returns the media type of the response.
	 * @return the value of {@code Content-Type}
	 */
	String contentType();

	/**
	 * Encodes message packets.
	 * @param text text of the first packet, or {@code null} for none
	 * @param binaries payloads of the packets that follow
	 * @return the packets, separated as within a payload
	 */
	byte[] encode(byte @Nullable [] text, List<byte[]> binaries);

	/**
	 * Writes what stands before a further packet.
	 * @param payload the payload, which ends with a packet or is empty
	 */
	void separate(ByteBuf payload);

	/**
	 * Writes a packet that is no message.
	 * @param payload where to, behind a separator if there are other packets
	 * @param type type of the packet
	 * @param text its text
	 */
	void writePacket(ByteBuf payload, PacketType type, String text);

}
