package io.distributor.link.message;

import java.util.Arrays;
import java.util.List;

/**
 * Arguments as they travel: JSON and binary attachments, never turned into objects on the
 * way. The arrays are shared, not copied; nobody may change them.
 *
 * @param json UTF-8 bytes of a JSON array; binary arguments stand in it as
 * {@code {"_placeholder":true,"num":n}}
 * @param attachments binary arguments by their number
 */
public record Payload(byte[] json, List<byte[]> attachments) {

	/** Stands for "no acknowledgement wanted". */
	public static final long NO_ACK = -1;

	public Payload {
		attachments = List.copyOf(attachments);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Payload that && Arrays.equals(this.json, that.json)
				&& Arrays.deepEquals(this.attachments.toArray(), that.attachments.toArray());
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(this.json);
	}

	/**
	 * Gives sizes only: what clients say is not for logs.
	 */
	@Override
	public String toString() {
		return "Payload[json=" + this.json.length + " bytes, attachments=" + this.attachments.size() + "]";
	}

}
