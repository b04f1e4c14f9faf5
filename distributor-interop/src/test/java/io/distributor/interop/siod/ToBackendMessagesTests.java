package io.distributor.interop.siod;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.distributor.interop.adapter.MalformedMessageException;
import io.distributor.interop.siod.ToBackendMessage.ClientMessage;
import io.distributor.interop.siod.ToBackendMessage.Disconnect;
import io.distributor.interop.siod.ToBackendMessage.NewConnection;
import io.distributor.link.message.Payload;
import io.distributor.link.message.SocketEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ToBackendMessagesTests {

	private static final long NUMBER = 4711;

	private final SiodJson json = new SiodJson(1_000_000);

	private final ToBackendWriter writer = new ToBackendWriter(this.json, NUMBER);

	private final ToBackendReader reader = new ToBackendReader(this.json);

	private static SocketEvent event(String json, long ackId, byte[]... attachments) {
		return new SocketEvent("/chat", "s1", 1, 1, ackId, false, new Payload(utf8(json), List.of(attachments)));
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8);
	}

	private String written(String json) {
		return text(this.writer.event(event(json, Payload.NO_ACK)));
	}

	@Test
	void writesTheArgumentsOfAnEventAsTheyCame() {
		assertThat(written(" [ \"a\\\"]b\" , 1.10, {\"x\":[\"]\"]} ] "))
			.isEqualTo("{\"type\":\"clientMessage\",\"event\":\"a\\\"]b\",\"data\":[ 1.10, {\"x\":[\"]\"]} ],"
					+ "\"socketId\":\"s1\",\"slaveId\":4711}");
		assertThat(written("[\"a\"]")).contains("\"data\":[],");
	}

	@Test
	void writesACallbackIdThatTheOriginalTakesForOne() {
		assertThat(text(this.writer.event(event("[\"a\"]", 0)))).contains("\"callbackId\":1,");
	}

	@Test
	void writesBinaryAsNodeDoes() {
		byte[] written = this.writer
			.event(event("[\"a\",{\"_placeholder\":true,\"num\":0}]", -1, new byte[] { 0, -1 }));
		assertThat(text(written)).contains("\"data\":[{\"type\":\"Buffer\",\"data\":[0,255]}]");
	}

	@Test
	void writesNoAttachmentTwice() {
		String twice = "[\"a\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":0}]";
		assertThatExceptionOfType(MalformedMessageException.class)
			.isThrownBy(() -> this.writer.event(event(twice, -1, new byte[1_000])));
	}

	@ParameterizedTest
	@ValueSource(strings = { "[\"disconnect\"]", "[\"\\u0064isconnect\"]", "[\"disconnecting\"]", "[7,1]", "[]" })
	void forwardsNoNamesThatTheOriginalWouldMistake(String json) {
		assertThatExceptionOfType(MalformedMessageException.class).isThrownBy(() -> written(json));
	}

	@Test
	void readsWhatItWrites() {
		assertThat(this.reader.read(this.writer.newConnection("s1", this.json.object().put("a", 1))))
			.isInstanceOfSatisfying(NewConnection.class,
					(connection) -> assertThat(text(connection.info())).isEqualTo("{\"a\":1}"));
		assertThat(this.reader.read(this.writer.disconnect("s1"))).isEqualTo(new Disconnect("s1"));
		byte[] binary = { 1, -128, 127 };
		byte[] event = this.writer
			.event(event("[\"a\",{\"x\":{\"_placeholder\":true,\"num\":0}},0.10,12345678901234567890]", 5, binary));
		assertThat(this.reader.read(event)).isEqualTo(new ClientMessage("s1",
				new Payload(utf8("[\"a\",{\"x\":{\"_placeholder\":true,\"num\":0}},0.10,12345678901234567890]"),
						List.of(binary)),
				6, NUMBER));
	}

	@Test
	void leavesAloneWhatOnlyLooksBinary() {
		String message = """
				{"type":"clientMessage","event":"a","socketId":"s","slaveId":1,
				"data":[{"type":"Buffer","data":[256]},{"type":"Buffer","data":[1],"more":1},{"type":"Buffer"}]}""";
		assertThat(this.reader.read(utf8(message))).isInstanceOfSatisfying(ClientMessage.class,
				(event) -> assertThat(event.payload().attachments()).isEmpty());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "{}", "{\"type\":7}", "{\"type\":\"else\",\"socketId\":\"s\"}",
			"{\"type\":\"newConnection\"}", "{\"type\":\"newConnection\",\"socketId\":\"\"}",
			"{\"type\":\"newConnection\",\"socketId\":\"\\u0000s\"}",
			"{\"type\":\"newConnection\",\"socketId\":\"s\",\"additionalSocketInfo\":[]}",
			"{\"type\":\"newConnection\",\"socketId\":\"s\"} more",
			"{\"type\":\"newConnection\",\"socketId\":\"s\",\"socketId\":\"t\"}",
			"{\"type\":\"clientMessage\",\"socketId\":\"s\",\"event\":7,\"data\":[],\"slaveId\":1}",
			"{\"type\":\"clientMessage\",\"socketId\":\"s\",\"event\":\"e\",\"data\":{},\"slaveId\":1}",
			"{\"type\":\"clientMessage\",\"socketId\":\"s\",\"event\":\"e\",\"data\":[],\"slaveId\":\"all\"}",
			"{\"type\":\"clientMessage\",\"socketId\":\"s\",\"event\":\"e\",\"data\":[],\"slaveId\":1.5}",
			"{\"type\":\"clientMessage\",\"socketId\":\"s\",\"event\":\"e\",\"data\":[],\"slaveId\":1,\"callbackId\":0}",
			"{\"type\":\"clientMessage\",\"socketId\":\"s\",\"event\":\"disconnect\",\"data\":[1],\"slaveId\":1}" })
	void rejectsWhatIsNoMessage(String message) {
		assertThatExceptionOfType(MalformedMessageException.class).isThrownBy(() -> this.reader.read(utf8(message)));
	}

	@Test
	void rejectsWhatIsTooDeep() {
		String deep = "[".repeat(500) + "]".repeat(500);
		String message = "{\"type\":\"clientMessage\",\"socketId\":\"s\",\"event\":\"e\",\"slaveId\":1,\"data\":" + deep
				+ "}";
		assertThatExceptionOfType(MalformedMessageException.class).isThrownBy(() -> this.reader.read(utf8(message)));
	}

}
