package io.distributor.engine.fuzz;

import java.util.List;

import io.distributor.engine.protocol.engineio.PacketCodec;
import io.distributor.engine.protocol.engineio.PacketFormatException;
import io.distributor.engine.protocol.engineio.PacketReceiver;
import io.distributor.engine.protocol.engineio.PacketType;
import io.distributor.engine.protocol.engineio.Utf8;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reads packets of Engine.IO, and checks that they are no larger than what they were read
 * from.
 */
final class PacketReading {

	static final List<PacketCodec> CODECS = List.of(PacketCodec.REVISION_3, PacketCodec.REVISION_4);

	private PacketReading() {
	}

	/** As the transports do, which let nothing but UTF-8 pass for text. */
	static boolean isText(byte[] input) {
		return Utf8.isValid(Unpooled.wrappedBuffer(input));
	}

	static void check(byte[] input, Decoding decoding) {
		AllocatedBytes.check(input.length, () -> read(input, decoding));
	}

	private static void read(byte[] input, Decoding decoding) {
		ByteBuf buffer = Unpooled.wrappedBuffer(input);
		Sizes sizes = new Sizes();
		try {
			decoding.decode(buffer, sizes);
		}
		catch (PacketFormatException ex) {
			assertThat(ex.getMessage()).isNotEmpty();
		}
		assertThat(sizes.bytes).isLessThanOrEqualTo(input.length);
		assertThat(buffer.refCnt()).isOne();
	}

	interface Decoding {

		void decode(ByteBuf rest, PacketReceiver receiver);

	}

	private static final class Sizes implements PacketReceiver {

		private int bytes;

		@Override
		public void onPacket(PacketType type, ByteBuf text) {
			this.bytes += text.readableBytes();
			text.skipBytes(text.readableBytes());
		}

		@Override
		public void onBinary(ByteBuf data) {
			this.bytes += data.readableBytes();
			data.skipBytes(data.readableBytes());
		}

	}

}
