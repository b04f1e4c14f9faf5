package io.distributor.interop.siod;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.distributor.interop.adapter.MalformedMessageException;
import io.distributor.interop.siod.RemoteRequest.AllRooms;
import io.distributor.interop.siod.RemoteRequest.ClientRooms;
import io.distributor.interop.siod.RemoteRequest.Clients;
import io.distributor.interop.siod.RemoteRequest.RemoteDisconnect;
import io.distributor.interop.siod.RemoteRequest.RemoteJoin;
import io.distributor.interop.siod.RemoteRequest.RemoteLeave;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RemoteRequestCodecTests {

	private final RemoteRequestCodec codec = new RemoteRequestCodec(new SiodJson(100_000));

	private RemoteRequest read(String json) {
		return this.codec.read(json.getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void readsTheRequestsOfTheAdapter() {
		assertThat(read("{\"requestid\":\"r\",\"type\":0,\"rooms\":[\"a\",7]}"))
			.isEqualTo(new Clients("r", List.of("a", "7")));
		assertThat(read("{\"requestid\":\"r\",\"type\":1,\"sid\":\"s\"}")).isEqualTo(new ClientRooms("r", "s"));
		assertThat(read("{\"requestid\":\"r\",\"type\":2}")).isEqualTo(new AllRooms("r"));
		assertThat(read("{\"requestid\":\"r\",\"type\":3,\"sid\":\"s\",\"room\":5}"))
			.isEqualTo(new RemoteJoin("r", "s", "5"));
		assertThat(read("{\"requestid\":\"r\",\"type\":6,\"sid\":\"s\",\"close\":true}"))
			.isEqualTo(new RemoteDisconnect("r", "s", true));
	}

	@Test
	void readsWhatItWrites() {
		assertThat(this.codec.read(this.codec.join("r", "s", "room"))).isEqualTo(new RemoteJoin("r", "s", "room"));
		assertThat(this.codec.read(this.codec.leave("r", "s", "room"))).isEqualTo(new RemoteLeave("r", "s", "room"));
		assertThat(this.codec.read(this.codec.disconnect("r", "s", false)))
			.isEqualTo(new RemoteDisconnect("r", "s", false));
		assertThat(this.codec.readAnswer(this.codec.done("r"))).isEqualTo("r");
	}

	@ParameterizedTest
	@ValueSource(strings = { "nothing", "7", "{\"type\":3}", "{\"requestid\":\"r\",\"type\":7}",
			"{\"requestid\":\"r\",\"type\":4294967299,\"sid\":\"s\",\"room\":\"a\"}",
			"{\"requestid\":\"r\",\"type\":3,\"sid\":\"s\"}",
			"{\"requestid\":\"r\",\"type\":3,\"sid\":\"s\",\"room\":\"\\u0000user:ann\"}",
			"{\"requestid\":\"r\",\"type\":3,\"sid\":[],\"room\":\"a\"}",
			"{\"requestid\":\"r\",\"type\":0,\"rooms\":\"a\"}", "{\"requestId\":\"r\",\"uid\":\"u\",\"type\":2}" })
	void rejectsWhatIsNoRequest(String message) {
		assertThatExceptionOfType(MalformedMessageException.class).isThrownBy(() -> read(message));
	}

}
