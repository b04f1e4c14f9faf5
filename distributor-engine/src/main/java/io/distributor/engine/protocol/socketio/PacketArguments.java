package io.distributor.engine.protocol.socketio;

import java.util.List;

/**
 * Arguments of an event or an acknowledgement as they travel: never turned into objects.
 * The arrays are shared, not copied; nobody may change them.
 *
 * @param json UTF-8 bytes of a valid JSON array; binary arguments stand in it as
 * {@code {"_placeholder":true,"num":n}}. Without attachments such an object is a JSON
 * object like any other
 * @param attachments binary arguments by their number
 */
public record PacketArguments(byte[] json, List<byte[]> attachments) {

	public PacketArguments {
		attachments = List.copyOf(attachments);
	}

}
