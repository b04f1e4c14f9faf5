package io.distributor.engine.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import io.distributor.engine.protocol.socketio.DecoderLimits;
import io.distributor.engine.protocol.socketio.MalformedPacketException;
import io.distributor.engine.protocol.socketio.Packet;
import io.distributor.engine.protocol.socketio.PacketDecoder;
import io.distributor.engine.protocol.socketio.PacketDecoderFactory;
import io.distributor.engine.protocol.socketio.PacketEncoder;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever arrives, the decoder gives a packet that can be sent on, or the one exception
 * it may.
 */
class PacketDecoderFuzzTests {

	private static final int ROUNDS = 100_000;

	private static final List<byte[]> PACKETS = Stream
		.of("0", "0/custom,", "0/custom?a=b&c=%20,{\"token\":\"abc\"}", "1", "1/custom,",
				"2[\"message\",1,\"2\",{\"3\":[true]}]", "2/custom,456[\"message\",null,-1.5e3,\"\\u20ac€😀\"]",
				"3/custom,13[\"bar\"]", "30[]", "51-[\"baz\",{\"_placeholder\":true,\"num\":0}]",
				"52-/admin,7[\"baz\",{\"_placeholder\":true,\"num\":0},[{\"a\":{\"_placeholder\":true,\"num\":1}}]]",
				"61-15[\"bar\",{\"_placeholder\":true,\"num\":0}]", "4{\"message\":\"Not authorized\"}")
		.map((text) -> text.getBytes(StandardCharsets.UTF_8))
		.toList();

	private final PacketDecoderFactory decoders = new PacketDecoderFactory(DecoderLimits.DEFAULTS);

	@Test
	void readsPackets() {
		Mutations.fuzz(PACKETS, ROUNDS, (input) -> AllocatedBytes.check(input.length, () -> read(input)));
	}

	private void read(byte[] input) {
		PacketDecoder decoder = this.decoders.createDecoder();
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
