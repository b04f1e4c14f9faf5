package io.distributor.rest;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What is read of a request.
 */
class RestBodyTests {

	@ParameterizedTest
	@ValueSource(strings = { "[1.10]", "[12345678901234567890]", "[{\"a\":[null,true,\"\\u00e4\",-0.5]}]", "[1E+400]",
			"[]" })
	void keepsArgumentsAsTheyAreWritten(String arguments) {
		RestBody body = read(RestCommand.EMIT, "{\"args\":" + arguments + "}");
		assertThat(new JsonMapper().writeValueAsString(body.arguments("args")))
			.isEqualTo(arguments.replace("\\u00e4", "\u00e4"));
	}

	@Test
	void takesNoArgumentsForNone() {
		assertThat(read(RestCommand.EMIT, "{}").arguments("args")).isEmpty();
	}

	@Test
	void takesAThousandNamesAndNotOneMore() {
		String names = "\"a\",".repeat(999) + "\"a\"";
		assertThat(read(RestCommand.JOIN, "{\"join\":[" + names + "]}").names("join")).hasSize(1000);
		RestBody more = read(RestCommand.JOIN, "{\"join\":[" + names + ",\"a\"]}");
		assertThatExceptionOfType(InvalidRequestException.class).isThrownBy(() -> more.names("join"))
			.withMessageContaining("1 to 1000");
	}

	@Test
	void refusesFieldsOfOtherCommands() {
		assertThatExceptionOfType(InvalidRequestException.class)
			.isThrownBy(() -> read(RestCommand.LEAVE, "{\"event\":\"a\"}"))
			.withMessageStartingWith("event: unknown");
	}

	private static RestBody read(RestCommand command, String json) {
		return RestBody.read(command, json.getBytes(StandardCharsets.UTF_8));
	}

}
