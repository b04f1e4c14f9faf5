package io.distributor.nettysocketio.handler;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;

import io.distributor.backend.ArgumentConversionException;
import io.distributor.backend.Arguments;
import io.distributor.backend.json.PayloadReader;
import io.distributor.link.message.Payload;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HandlerJsonTests {

	private final HandlerJson json = new HandlerJson(List.of());

	private Object read(String argument, Class<?> type, byte[]... attachments) {
		return this.json.read(arguments("[" + argument + "]", attachments), 0, type);
	}

	private static Arguments arguments(String array, byte[]... attachments) {
		return new PayloadReader(new JsonMapper())
			.answer(new Payload(array.getBytes(StandardCharsets.UTF_8), List.of(attachments)));
	}

	@Test
	void keepsAllDigitsOfANumber() {
		String digits = "12345678901234567890.1234567890123456789";
		assertThat(read(digits, BigDecimal.class)).isEqualTo(new BigDecimal(digits));
	}

	@Test
	void readsBinaryWhereverItStands() {
		byte[] bytes = { 0, 1, 2 };
		assertThat((byte[]) read("{\"_placeholder\":true,\"num\":0}", byte[].class, bytes)).containsExactly(0, 1, 2);
		Upload upload = (Upload) read("{\"name\":\"x\",\"content\":{\"_placeholder\":true,\"num\":0}}", Upload.class,
				bytes);
		assertThat(upload.content).containsExactly(0, 1, 2);
	}

	@Test
	void readsWhatIsAbsentAsNothingAndNullAsZero() {
		assertThat(this.json.read(arguments("[]"), 0, Upload.class)).isNull();
		assertThat(read("null", Upload.class)).isNull();
		assertThat(read("null", String.class)).isNull();
		assertThat(read("null", int.class)).isEqualTo(0);
	}

	@Test
	void readsTypesByTheirClassAlone() {
		assertThat(read("[1,{\"a\":2.5}]", List.class)).isEqualTo(List.of(1, Map.of("a", 2.5)));
	}

	@Test
	void saysWhatItExpected() {
		assertThatExceptionOfType(ArgumentConversionException.class).isThrownBy(() -> read("\"text\"", Upload.class))
			.withMessage("argument 0: something else (expected: " + Upload.class.getName() + ")");
	}

	@Test
	void makesPlainValuesOfWhatIsSent() {
		Upload upload = new Upload();
		upload.content = new byte[] { 7 };
		List<?> plain = (List<?>) this.json
			.plain(Arrays.asList(upload, null, new Date(5), Collections.singletonMap("a", null)));
		Map<?, ?> plainUpload = (Map<?, ?>) plain.get(0);
		assertThat((byte[]) plainUpload.get("content")).containsExactly(7);
		assertThat(plainUpload).hasSize(1);
		assertThat(plain.get(1)).isNull();
		assertThat(plain.get(2)).isEqualTo(5L);
		assertThat(plain.get(3)).isEqualTo(Map.of());
	}

	static class Upload {

		public String name;

		public byte[] content;

	}

}
