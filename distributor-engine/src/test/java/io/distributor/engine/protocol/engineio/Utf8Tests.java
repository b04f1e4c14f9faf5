package io.distributor.engine.protocol.engineio;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;

import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link Utf8}.
 */
class Utf8Tests {

	@ParameterizedTest
	@ValueSource(strings = { "", "plain", "12345678", "1234567ä", "€", "𝄞", "a€𝄞z and more after it" })
	void acceptsUtf8(String text) {
		assertThat(isValid(text.getBytes(StandardCharsets.UTF_8))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "80", "c080", "c3", "c328", "e08080", "e28228", "eda080", "f0808080", "f4908080",
			"f5808080", "ff", "e282", "616263646566676880" })
	void refusesOtherBytes(String hex) {
		assertThat(isValid(HexFormat.of().parseHex(hex))).isFalse();
	}

	@Test
	void agreesWithThePlatform() {
		Random random = new Random(4);
		for (int i = 0; i < 200_000; i++) {
			byte[] bytes = new byte[1 + random.nextInt(4)];
			random.nextBytes(bytes);
			assertThat(isValid(bytes)).as(HexFormat.of().formatHex(bytes)).isEqualTo(isValidForPlatform(bytes));
		}
	}

	private static boolean isValid(byte[] bytes) {
		return Utf8.isValid(Unpooled.wrappedBuffer(bytes));
	}

	private static boolean isValidForPlatform(byte[] bytes) {
		try {
			StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
			return true;
		}
		catch (CharacterCodingException ex) {
			return false;
		}
	}

}
