package io.distributor.engine.fuzz;

import io.distributor.engine.protocol.socketio.DecoderLimits;
import io.distributor.engine.protocol.socketio.MalformedPacketException;
import io.distributor.engine.protocol.socketio.Packet;
import io.distributor.engine.protocol.socketio.PacketDecoder;
import io.distributor.engine.protocol.socketio.PacketDecoderFactory;
import io.distributor.engine.protocol.socketio.PacketEncoder;
import io.netty.buffer.Unpooled;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Packets of Socket.IO.
 */
public final class PacketTarget {

	private static final PacketDecoderFactory DECODERS = new PacketDecoderFactory(DecoderLimits.DEFAULTS);

	private PacketTarget() {
	}

	public static void fuzzerTestOneInput(byte[] input) {
		AllocatedBytes.check(input.length, () -> read(input));
	}

	private static void read(byte[] input) {
		PacketDecoder decoder = DECODERS.createDecoder();
		try {
			Packet packet = decoder.decodeText(Unpooled.wrappedBuffer(input));
			for (int attachments = 0; packet == null; attachments++) {
				assertThat(attachments).isLessThan(DecoderLimits.DEFAULTS.maxAttachments());
				packet = decoder.decodeBinary(Unpooled.wrappedBuffer(input));
			}
			assertThat(PacketEncoder.encode(packet)).isNotEmpty();
		}
		catch (MalformedPacketException ex) {
			assertThat(ex.getMessage()).isNotEmpty();
		}
	}

}
