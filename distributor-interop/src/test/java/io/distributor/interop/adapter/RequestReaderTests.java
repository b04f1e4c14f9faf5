package io.distributor.interop.adapter;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Set;

import io.distributor.link.message.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RequestReaderTests {

	/** Written by {@code notepack.io} 3. */
	private static final String ASK = "85a3756964a6616231326364a9726571756573744964a6726571303031a47479706507a67061"
			+ "636b657483a47479706502a46461746192a17101a36e7370a52f63686174a46f70747383a5726f6f6d7391a172a6657863657074"
			+ "90a5666c61677381a774696d656f7574cd03e8";

	private static final Selection SELECTED = new Selection(Set.of("a", "7"), Set.of("b"));

	private final RequestReader reader = new RequestReader(AdapterLimits.DEFAULT);

	@Test
	void readsWhatEmittersAsk() {
		String opts = "\"opts\":{\"rooms\":[\"a\",7],\"except\":[\"b\"]}";
		assertThat(read("{\"type\":2," + opts + ",\"rooms\":[\"c\"]}"))
			.isEqualTo(new AdapterRequest.Join("", SELECTED, Set.of("c")));
		assertThat(read("{\"type\":3," + opts + ",\"rooms\":[\"c\"]}"))
			.isEqualTo(new AdapterRequest.Leave("", SELECTED, Set.of("c")));
		assertThat(read("{\"type\":4," + opts + ",\"close\":true}"))
			.isEqualTo(new AdapterRequest.Disconnect("", SELECTED, true));
		assertThat(read("{\"uid\":\"emitter\",\"type\":6,\"data\":[\"e\"]}"))
			.isEqualTo(new AdapterRequest.ServerEvent("emitter", null));
	}

	@Test
	void readsWhatServersAsk() {
		String head = "{\"uid\":\"u\",\"requestId\":\"r\",\"type\":";
		assertThat(read(head + "0,\"rooms\":[\"a\"]}"))
			.isEqualTo(new AdapterRequest.Ids("u", "r", new Selection(Set.of("a"), Set.of())));
		assertThat(read(head + "1}")).isEqualTo(new AdapterRequest.Rooms("u", "r"));
		assertThat(read(head + "5,\"opts\":{\"rooms\":[\"a\",\"7\"],\"except\":[\"b\"]}}"))
			.isEqualTo(new AdapterRequest.Fetch("u", "r", SELECTED));
		assertThat(read(head + "6,\"data\":[]}")).isEqualTo(new AdapterRequest.ServerEvent("u", "r"));
	}

	@Test
	void readsAQuestionToClients() {
		AdapterRequest request = this.reader.read(HexFormat.of().parseHex(ASK));
		assertThat(request).isInstanceOfSatisfying(AdapterRequest.Ask.class, (ask) -> {
			assertThat(ask.uid()).isEqualTo("ab12cd");
			assertThat(ask.requestId()).isEqualTo("req001");
			assertThat(ask.selection()).isEqualTo(new Selection(Set.of("r"), Set.of()));
			assertThat(Packed.json(ask.payload())).isEqualTo("[\"q\",1]");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "{}", "[]", "null", "{\"type\":-1}", "{\"type\":99}", "{\"type\":7}",
			"{\"type\":2}", "{\"type\":3,\"sid\":\"s\",\"room\":\"r\"}", "{\"type\":2,\"opts\":{\"rooms\":7}}",
			"{\"type\":2,\"opts\":{\"rooms\":[{}]}}", "{\"type\":2,\"opts\":{},\"rooms\":[\"\\u0000user:ann\"]}",
			"{\"type\":5,\"opts\":{}}", "{\"type\":1,\"requestId\":7}", "{\"type\":\"2\"}", "\u0080", "{\"type\":2}{" })
	void refusesEverythingElse(String request) {
		assertThatExceptionOfType(MalformedMessageException.class).isThrownBy(() -> read(request))
			.withMessageContaining("expected");
	}

	@Test
	void refusesJsonThatIsTooDeep() {
		String deep = "[".repeat(200) + "]".repeat(200);
		assertThatExceptionOfType(MalformedMessageException.class)
			.isThrownBy(() -> read("{\"type\":6,\"data\":" + deep + "}"));
	}

	private AdapterRequest read(String json) {
		return this.reader.read(json.getBytes(StandardCharsets.UTF_8));
	}

}
