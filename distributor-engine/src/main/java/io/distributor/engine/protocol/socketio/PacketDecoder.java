package io.distributor.engine.protocol.socketio;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import org.jspecify.annotations.Nullable;

/**
 * Turns the messages of one connection into packets. It takes time linear in the size of
 * what arrives. To be used by one thread at a time; after a
 * {@link MalformedPacketException} the connection is to be closed.
 */
public final class PacketDecoder {

	private final PacketDecoderFactory factory;

	private final PacketHeaderReader headers;

	private @Nullable IncompletePacket incomplete;

	PacketDecoder(PacketDecoderFactory factory) {
		this.factory = factory;
		this.headers = new PacketHeaderReader(factory.limits());
	}

	/**
	 * Takes a text message.
	 * @param text its UTF-8 bytes; they are read, not released
	 * @return the packet, or {@code null} if its attachments are still to come
	 * @throws MalformedPacketException if it is no packet or beyond the limits
	 */
	public @Nullable Packet decodeText(ByteBuf text) {
		if (this.incomplete != null) {
			throw new MalformedPacketException("message: text (expected: a binary attachment)");
		}
		PacketHeader header = this.headers.read(text);
		byte[] payload = ByteBufUtil.getBytes(text);
		text.skipBytes(payload.length);
		checkPayload(header, payload);
		if (header.attachments() > 0) {
			this.incomplete = new IncompletePacket(header, payload, this.factory.limits().maxAttachmentBytes());
			return null;
		}
		return toPacket(header, payload);
	}

	/**
	 * Takes a binary message.
	 * @param data its bytes; they are read, not released
	 * @return the packet, or {@code null} if more attachments are to come
	 * @throws MalformedPacketException if no attachment was expected or it is beyond the
	 * limits
	 */
	public @Nullable Packet decodeBinary(ByteBuf data) {
		if (this.incomplete == null) {
			throw new MalformedPacketException("message: binary (expected: text)");
		}
		Packet packet = this.incomplete.add(data);
		if (packet != null) {
			this.incomplete = null;
		}
		return packet;
	}

	/**
	 * Returns how much is kept of a packet some of whose attachments are still to come.
	 * @return bytes; 0 if the last message completed a packet
	 */
	public long heldBytes() {
		return (this.incomplete != null) ? this.incomplete.bytes() : 0;
	}

	private void checkPayload(PacketHeader header, byte[] payload) {
		JsonValidator validator = this.factory.validator();
		switch (header.type()) {
			case CONNECT -> {
				if (payload.length > 0) {
					validator.checkObject(payload);
				}
			}
			case DISCONNECT -> {
				if (payload.length > 0) {
					throw new MalformedPacketException("payload: given for DISCONNECT (expected: none)");
				}
			}
			case CONNECT_ERROR -> validator.checkObject(payload);
			case EVENT, BINARY_EVENT -> {
				expectArray(payload);
				validator.checkEventArguments(payload, header.attachments());
			}
			case ACK, BINARY_ACK -> {
				expectArray(payload);
				if (header.id() == EventPacket.NO_ID) {
					throw new MalformedPacketException("id: none (expected: the id of the event)");
				}
				validator.checkAckArguments(payload, header.attachments());
			}
		}
	}

	/** Whoever gets the arguments may rely on the first byte. */
	private static void expectArray(byte[] payload) {
		if (payload.length == 0 || payload[0] != '[') {
			throw new MalformedPacketException("payload: no JSON array (expected: a JSON array)");
		}
	}

	private Packet toPacket(PacketHeader header, byte[] payload) {
		return switch (header.type()) {
			case CONNECT ->
				new ConnectPacket(header.namespace(), this.headers.query(), (payload.length > 0) ? payload : null);
			case DISCONNECT -> new DisconnectPacket(header.namespace());
			case CONNECT_ERROR -> new ConnectErrorPacket(header.namespace(), payload);
			default -> IncompletePacket.complete(header, payload);
		};
	}

}
