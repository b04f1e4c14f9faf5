package io.distributor.engine.protocol.engineio;

import java.util.List;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * Packets of one revision of the protocol, on both transports. Stateless: may be shared
 * by threads. The revision of a session is fixed at its handshake.
 */
public interface PacketCodec {

	/** Separates packets in a payload of HTTP long-polling. */
	byte SEPARATOR = 0x1e;

	/** Revision 4 of the protocol. */
	PacketCodec REVISION_4 = new PacketCodec4();

	/** Revision 3 of the protocol. */
	PacketCodec REVISION_3 = new PacketCodec3(false);

	/** Revision 3 for clients that cannot take binary other than as base64. */
	PacketCodec REVISION_3_BASE64 = new PacketCodec3(true);

	/**
	 * Returns the revision of the protocol.
	 * @return 3 or 4
	 */
	int revision();

	/**
	 * Returns how packets stand in the response to a poll.
	 * @param binary whether there are binary packets among them
	 * @return the format
	 */
	PayloadFormat payloadFormat(boolean binary);

	/**
	 * Decodes the next packet of the body of a POST request, all of whose bytes are read
	 * before the receiver gets it.
	 * @param payload what is left of the body, valid UTF-8
	 * @param receiver takes the packet
	 * @throws PacketFormatException if the payload is malformed
	 */
	void decodeNext(ByteBuf payload, PacketReceiver receiver);

	/**
	 * Decodes the next packet of a body that is not text.
	 * @param payload what is left of the body
	 * @param receiver takes the packet
	 * @throws PacketFormatException if the payload is malformed, as it always is where
	 * the revision knows no such payloads
	 */
	void decodeNextBinary(ByteBuf payload, PacketReceiver receiver);

	/**
	 * Decodes a text message of a websocket.
	 * @param message the message, valid UTF-8
	 * @param receiver takes the packet
	 * @throws PacketFormatException if the message is malformed
	 */
	void decodeText(ByteBuf message, PacketReceiver receiver);

	/**
	 * Decodes a binary message of a websocket.
	 * @param message the message
	 * @param receiver takes the packet
	 * @throws PacketFormatException if the message is malformed
	 */
	void decodeBinary(ByteBuf message, PacketReceiver receiver);

	/**
	 * Encodes message packets as websocket frames of a server, one frame for each.
	 * @param text text of the first packet, or {@code null} for none
	 * @param binaries payloads of the packets that follow
	 * @return the frames, one after another
	 */
	byte[] encodeFrames(byte @Nullable [] text, List<byte[]> binaries);

}
