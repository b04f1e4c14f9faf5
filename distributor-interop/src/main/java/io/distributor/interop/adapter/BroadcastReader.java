package io.distributor.interop.adapter;

import java.io.IOException;

import org.msgpack.core.MessagePackException;

/**
 * Reads broadcasts: MessagePack of {@code [uid, packet, opts]}. May be used from any
 * thread.
 */
public final class BroadcastReader {

	private final AdapterLimits limits;

	/**
	 * Creates the reader.
	 * @param limits what is read at most
	 */
	public BroadcastReader(AdapterLimits limits) {
		this.limits = limits;
	}

	/**
	 * Reads a broadcast.
	 * @param message what was published
	 * @return the broadcast
	 * @throws MalformedMessageException if it is none, has a reserved name of an event or
	 * room, or is beyond the limits
	 */
	public AdapterBroadcast read(byte[] message) {
		this.limits.checkSize(message);
		try {
			return read(new MessagePackInput(message));
		}
		catch (IOException | MessagePackException ex) {
			throw malformed();
		}
	}

	/**
	 * Reads only who published a broadcast.
	 * @param message what was published
	 * @return the uid, empty if there is none
	 * @throws MalformedMessageException if it is no broadcast
	 */
	public String readUid(byte[] message) {
		try {
			MessagePackInput input = new MessagePackInput(message);
			return (input.array() > 0 && !input.nil()) ? input.name() : "";
		}
		catch (IOException | MessagePackException ex) {
			throw malformed();
		}
	}

	private static MalformedMessageException malformed() {
		return new MalformedMessageException("broadcast: no MessagePack (expected: [uid, packet, opts])");
	}

	private AdapterBroadcast read(MessagePackInput input) throws IOException {
		int size = input.array();
		if (size < 2) {
			throw new MalformedMessageException("broadcast: array of " + size + " (expected: [uid, packet, opts])");
		}
		String uid = input.nil() ? "" : input.name();
		PacketReader packet = new PacketReader(input, this.limits);
		packet.packet();
		if (size > 2) {
			packet.options();
		}
		for (int i = 3; i < size; i++) {
			input.skip();
		}
		input.checkEnd();
		return packet.broadcast(uid);
	}

}
