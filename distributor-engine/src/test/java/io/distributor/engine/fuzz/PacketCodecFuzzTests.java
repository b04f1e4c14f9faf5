package io.distributor.engine.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/**
 * Whatever arrives, a codec gives packets no larger than it, or the one exception it may.
 */
class PacketCodecFuzzTests {

	private static final int ROUNDS = 50_000;

	private static final List<byte[]> TEXTS = Stream
		.of("4hello", "4hello\u001e2\u001e4world", "4€\u001ebAQIDBA==\u001e4😀", "2probe", "5", "bAQID\r\nBA==\n",
				"6:4hello2:4€3:4😀", "2:4€10:b4AQIDBA==", "0:", "b4AQIDBA==", "1:21:31:6")
		.map((text) -> text.getBytes(StandardCharsets.UTF_8))
		.toList();

	private static final List<byte[]> BINARIES = Stream
		.of("0004ff34e282ac0105ff0401020304", "000100ff34616161616161616161", "04010203", "00")
		.map(HexFormat.of()::parseHex)
		.toList();

	@Test
	void readsPayloads() {
		Mutations.fuzz(TEXTS, ROUNDS, PayloadTarget::fuzzerTestOneInput);
		Mutations.fuzz(BINARIES, ROUNDS, PayloadTarget::fuzzerTestOneInput);
	}

	@Test
	void readsMessagesOfWebSockets() {
		Mutations.fuzz(TEXTS, ROUNDS, MessageTarget::fuzzerTestOneInput);
		Mutations.fuzz(BINARIES, ROUNDS, MessageTarget::fuzzerTestOneInput);
	}

}
