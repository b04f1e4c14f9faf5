package io.distributor.engine.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

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

	@Test
	void readsPackets() {
		Mutations.fuzz(PACKETS, ROUNDS, PacketTarget::fuzzerTestOneInput);
	}

}
