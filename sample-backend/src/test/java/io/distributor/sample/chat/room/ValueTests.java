package io.distributor.sample.chat.room;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link RoomName} and {@link MessageText}.
 */
class ValueTests {

	private final JsonMapper mapper = new JsonMapper();

	@Test
	void readsAndWritesValuesAsPlainText() {
		RoomName room = this.mapper.readValue("\"Café 24-7\"", RoomName.class);
		assertThat(room.value()).isEqualTo("Café 24-7");
		assertThat(this.mapper.writeValueAsString(room)).isEqualTo("\"Café 24-7\"");
		assertThat(this.mapper.writeValueAsString(new MessageText("Hello"))).isEqualTo("\"Hello\"");
	}

	@Test
	void findsARoomByItsChannel() {
		RoomName room = new RoomName("Night owls");
		assertThat(RoomName.ofChannel(room.channel())).isEqualTo(room);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "\"\"", "\" Lobby\"", "\"<b>\"", "\"a:b\"", "\"123456789012345678901234567890123\"", "{}" })
	void refusesARoomNameThatIsNotAllowed(String json) {
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> this.mapper.readValue(json, RoomName.class));
	}

	@Test
	void refusesAMessageThatIsBlankOrTooLong() {
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new MessageText(" \n"));
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> new MessageText("x".repeat(MessageText.MAX_LENGTH + 1)))
			.withMessage("text: 2001 characters (expected: 1 to 2000, not blank)");
	}

	@Test
	void keepsRoomsApartFromTheIdsOfSockets() {
		assertThat(new RoomName("Lobby").channel()).isEqualTo("room:Lobby");
	}

}
