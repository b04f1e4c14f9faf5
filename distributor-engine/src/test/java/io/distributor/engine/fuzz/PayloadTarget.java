package io.distributor.engine.fuzz;

import io.distributor.engine.protocol.engineio.PacketCodec;
import io.distributor.engine.protocol.engineio.PacketReceiver;
import io.netty.buffer.ByteBuf;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Bodies of POST requests, of both revisions.
 */
public final class PayloadTarget {

	private PayloadTarget() {
	}

	public static void fuzzerTestOneInput(byte[] input) {
		for (PacketCodec codec : PacketReading.CODECS) {
			if (PacketReading.isText(input)) {
				PacketReading.check(input, (rest, receiver) -> readAll(rest, receiver, codec::decodeNext));
			}
			PacketReading.check(input, (rest, receiver) -> readAll(rest, receiver, codec::decodeNextBinary));
		}
	}

	private static void readAll(ByteBuf rest, PacketReceiver receiver, PacketReading.Decoding next) {
		do {
			int before = rest.readableBytes();
			next.decode(rest, receiver);
			assertThat(before == 0 || rest.readableBytes() < before).isTrue();
		}
		while (rest.isReadable());
	}

}
