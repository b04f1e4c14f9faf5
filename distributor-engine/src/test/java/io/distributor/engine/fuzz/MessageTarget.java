package io.distributor.engine.fuzz;

import io.distributor.engine.protocol.engineio.PacketCodec;

/**
 * Messages of websockets, of both revisions.
 */
public final class MessageTarget {

	private MessageTarget() {
	}

	public static void fuzzerTestOneInput(byte[] input) {
		for (PacketCodec codec : PacketReading.CODECS) {
			if (PacketReading.isText(input)) {
				PacketReading.check(input, codec::decodeText);
			}
			PacketReading.check(input, codec::decodeBinary);
		}
	}

}
