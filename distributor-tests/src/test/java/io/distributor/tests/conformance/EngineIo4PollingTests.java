package io.distributor.tests.conformance;

import java.util.List;

import io.distributor.engine.session.CloseReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Engine.IO 4: "HTTP long-polling", its headers, its requests and its encoding.
 */
class EngineIo4PollingTests {

	private EngineEcho echo;

	private Endpoint endpoint;

	@BeforeEach
	void start() {
		this.echo = EngineEcho.startCalm();
		this.endpoint = this.echo.endpoint();
	}

	@AfterEach
	void stop() {
		this.echo.close();
	}

	@Test
	void confirmsAPostWithOk() {
		Response response = this.endpoint.post(this.endpoint.openPolling(), "4hello");
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.text()).isEqualTo("ok");
	}

	@Test
	void answersAPollWithWhatIsBuffered() {
		String target = this.endpoint.openPolling();
		this.endpoint.post(target, "4hello");
		Response response = this.endpoint.get(target);
		assertThat(response.header("content-type")).isEqualTo("text/plain; charset=UTF-8");
		assertThat(response.text()).isEqualTo("4hello");
	}

	@Test
	void letsAPollWaitUntilThereIsSomethingToSend() {
		String target = this.endpoint.openPolling();
		try (RawConnection poll = this.endpoint.send("GET", target, "")) {
			this.endpoint.post(target, "4later");
			assertThat(poll.receive().text()).isEqualTo("4later");
		}
	}

	@Test
	void separatesThePacketsOfAPayload() {
		String target = this.endpoint.openPolling();
		this.endpoint.post(target, "4test1\u001e4test2\u001e4test3");
		assertThat(this.endpoint.get(target).packets()).containsExactly("4test1", "4test2", "4test3");
	}

	@Test
	void takesMessagesWithoutText() {
		String target = this.endpoint.openPolling();
		this.endpoint.post(target, "4\u001e4");
		assertThat(this.endpoint.get(target).text()).isEqualTo("4\u001e4");
	}

	@Test
	void takesTextOfAllPlanes() {
		String target = this.endpoint.openPolling();
		this.endpoint.post(target, "4€ ütf 😀 \u0000 \n");
		assertThat(this.endpoint.get(target).text()).isEqualTo("4€ ütf 😀 \u0000 \n");
	}

	@Test
	void encodesBinaryInBase64() {
		String target = this.endpoint.openPolling();
		this.endpoint.post(target, "4hello\u001ebAQIDBA==");
		assertThat(this.endpoint.get(target).text()).isEqualTo("4hello\u001ebAQIDBA==");
	}

	@Test
	void takesEmptyBinary() {
		String target = this.endpoint.openPolling();
		this.endpoint.post(target, "b\u001e4after");
		assertThat(this.endpoint.get(target).text()).isEqualTo("b\u001e4after");
	}

	@Test
	void interleavesTextAndBinaryInTheirOrder() {
		String target = this.endpoint.openPolling();
		this.endpoint.post(target, "bAQ==\u001e4a\u001ebAg==\u001ebAw==\u001e4b");
		assertThat(this.endpoint.get(target).text()).isEqualTo("bAQ==\u001e4a\u001ebAg==\u001ebAw==\u001e4b");
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/plain", "text/plain;charset=UTF-8", "text/plain; charset=utf-8",
			"application/x-www-form-urlencoded", "application/json" })
	void takesTextOfAnyTextType(String contentType) {
		String target = this.endpoint.openPolling();
		this.endpoint.post(target, "4€", "Content-Type: " + contentType);
		assertThat(this.endpoint.get(target).text()).isEqualTo("4€");
	}

	@Test
	void refusesBinaryContentAndClosesTheSession() {
		String target = this.endpoint.openPolling();
		Response response = this.endpoint.post(target, "4hello", "Content-Type: application/octet-stream");
		EngineIo4HandshakeTests.assertRefused(response, 3, "Bad request");
		assertClosed(target, CloseReason.TRANSPORT_ERROR);
	}

	@Test
	void closesTheSessionOnASecondPoll() {
		String target = this.endpoint.openPolling();
		try (RawConnection first = this.endpoint.send("GET", target, "");
				RawConnection second = this.endpoint.send("GET", target, "")) {
			assertThat(List.of(first.receive().status(), second.receive().status())).containsExactlyInAnyOrder(200,
					400);
		}
		assertClosed(target, CloseReason.TRANSPORT_ERROR);
	}

	@Test
	void closesTheSessionOnASecondPost() {
		String target = this.endpoint.openPolling();
		try (RawConnection first = new RawConnection(this.endpoint.port())) {
			first.send("POST", target, new byte[0], "Content-Length: 6", "Expect: 100-continue");
			first.receive();
			Response second = this.endpoint.post(target, "4second");
			EngineIo4HandshakeTests.assertRefused(second, 3, "Bad request");
		}
		assertClosed(target, CloseReason.TRANSPORT_ERROR);
	}

	@Test
	void closesTheSessionWhenAPollIsCancelled() {
		String target = this.endpoint.openPolling();
		try (RawConnection poll = this.endpoint.send("GET", target, "")) {
			this.endpoint.post(target, "4the poll is there");
			assertThat(poll.receive().status()).isEqualTo(200);
			poll.send("GET", target, new byte[0]);
		}
		assertClosed(target, CloseReason.TRANSPORT_ERROR);
	}

	@Test
	void closesTheSessionWhenAPostIsCancelled() {
		String target = this.endpoint.openPolling();
		try (RawConnection post = new RawConnection(this.endpoint.port())) {
			post.send("POST", target, new byte[0], "Content-Length: 6", "Expect: 100-continue");
			post.receive();
		}
		assertClosed(target, CloseReason.TRANSPORT_ERROR);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "abc", "", "7", "4a\u001e", "\u001e4a", "4a\u001e\u001e4b", "b%%%", "4a\u001ex", ":", "B" })
	void closesTheSessionOnAMalformedPayload(String payload) {
		String target = this.endpoint.openPolling();
		EngineIo4HandshakeTests.assertRefused(this.endpoint.post(target, payload), 3, "Bad request");
		assertClosed(target, CloseReason.PARSE_ERROR);
	}

	@Test
	void closesTheSessionOnTextThatIsNotUtf8() {
		String target = this.endpoint.openPolling();
		try (RawConnection post = new RawConnection(this.endpoint.port())) {
			post.send("POST", target, RawWebSocket.bytes('4', 0xC3, 0x28));
			assertThat(post.receive().status()).isEqualTo(400);
		}
		assertClosed(target, CloseReason.PARSE_ERROR);
	}

	@Test
	void closesTheSessionOnAPingOfTheClient() {
		String target = this.endpoint.openPolling();
		this.endpoint.post(target, "2");
		assertClosed(target, CloseReason.TRANSPORT_ERROR);
	}

	@Test
	void handlesWhatStandsBeforeAMalformedPacket() {
		String target = this.endpoint.openPolling();
		this.endpoint.post(target, "4first\u001ex");
		assertThat(this.echo.received()).containsExactly("first");
		assertClosed(target, CloseReason.PARSE_ERROR);
	}

	@Test
	void takesAPayloadOfTheLargestSizeAndNoLargerOne() {
		String target = this.endpoint.openPolling();
		assertThat(this.endpoint.post(target, "4".repeat(1_000_000)).text()).isEqualTo("ok");
		assertThat(this.endpoint.get(target).body()).hasSize(1_000_000);
		assertThat(this.endpoint.post(target, "4".repeat(1_000_001)).status()).isEqualTo(413);
		assertClosed(target, CloseReason.PAYLOAD_TOO_LARGE);
	}

	@Test
	void countsThePayloadInBytes() {
		assertThat(this.endpoint.post(this.endpoint.openPolling(), "4" + "€".repeat(333_334)).status()).isEqualTo(413);
	}

	@Test
	void endsThePollWhenTheClientClosesTheSession() {
		String target = this.endpoint.openPolling();
		try (RawConnection poll = this.endpoint.send("GET", target, "")) {
			this.endpoint.post(target, "4there");
			assertThat(poll.receive().text()).isEqualTo("4there");
			poll.send("GET", target, new byte[0]);
			assertThat(this.endpoint.post(target, "1").text()).isEqualTo("ok");
		}
		assertClosed(target, CloseReason.TRANSPORT_CLOSE);
	}

	@Test
	void tellsTheClientThatTheServerClosesTheSession() {
		String target = this.endpoint.openPolling();
		this.endpoint.post(target, "4last words");
		this.echo.session().close(CloseReason.FORCED_CLOSE, null);
		assertThat(this.endpoint.get(target).packets()).containsExactly("4last words", "1");
		assertClosed(target, CloseReason.FORCED_CLOSE);
	}

	@Test
	void servesSeveralRequestsOnOneConnection() {
		String target = this.endpoint.openPolling();
		try (RawConnection connection = new RawConnection(this.endpoint.port())) {
			for (int i = 0; i < 5; i++) {
				connection.send("POST", target, RawWebSocket.bytes('4', '0' + i));
				assertThat(connection.receive().text()).isEqualTo("ok");
				connection.send("GET", target, new byte[0]);
				assertThat(connection.receive().text()).isEqualTo("4" + i);
			}
		}
	}

	private void assertClosed(String target, CloseReason reason) {
		await().untilAsserted(() -> assertThat(this.echo.closed()).singleElement().asString().startsWith(reason + ":"));
		EngineIo4HandshakeTests.assertRefused(this.endpoint.get(target), 1, "Session ID unknown");
	}

}
