package io.distributor.tests.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Socket.IO 5: "Sending and receiving data", "Acknowledgement" and "Packet encoding".
 */
class SocketIo5EventTests {

	private static final String FIRST = "{\"_placeholder\":true,\"num\":0}";

	private static final String SECOND = "{\"_placeholder\":true,\"num\":1}";

	private static ConformanceBackend backend;

	private static Endpoint endpoint;

	@BeforeAll
	static void start() {
		backend = ConformanceBackend.startCalm();
		endpoint = backend.endpoint();
	}

	@AfterAll
	static void stop() {
		backend.close();
	}

	@Test
	void exchangesEventsInTheMainNamespace() {
		try (RawWebSocket webSocket = joined("")) {
			webSocket.sendText("42[\"message\",1,\"2\",{\"3\":[true,null,\"ü 😀\"]}]");
			assertThat(webSocket.next()).isEqualTo("42[\"message-back\",1,\"2\",{\"3\":[true,null,\"ü 😀\"]}]");
			webSocket.sendText("42[\"message\"]");
			assertThat(webSocket.next()).isEqualTo("42[\"message-back\"]");
		}
	}

	@Test
	void exchangesEventsInACustomNamespace() {
		try (RawWebSocket webSocket = joined("/custom,")) {
			webSocket.sendText("42/custom,[\"message\",\"a,b\"]");
			assertThat(webSocket.next()).isEqualTo("42/custom,[\"message-back\",\"a,b\"]");
		}
	}

	@Test
	void exchangesBinaryEvents() {
		try (RawWebSocket webSocket = joined("")) {
			webSocket.sendText("451-[\"message\"," + FIRST + "]").sendBinary(1, 2, 3, 4);
			assertThat(webSocket.next()).isEqualTo("451-[\"message-back\"," + FIRST + "]");
			assertThat(webSocket.nextBinary()).containsExactly(1, 2, 3, 4);
		}
	}

	@Test
	void exchangesBinaryEventsWithSeveralAttachmentsInACustomNamespace() {
		try (RawWebSocket webSocket = joined("/custom,")) {
			webSocket.sendText("452-/custom,[\"message\"," + FIRST + ",{\"a\":[" + SECOND + "]}]")
				.sendBinary(1, 2)
				.sendBinary(3, 4);
			assertThat(webSocket.next())
				.isEqualTo("452-/custom,[\"message-back\"," + FIRST + ",{\"a\":[" + SECOND + "]}]");
			assertThat(webSocket.nextBinary()).containsExactly(1, 2);
			assertThat(webSocket.nextBinary()).containsExactly(3, 4);
		}
	}

	@Test
	void exchangesBinaryEventsInterleavedWithHeartbeats() {
		try (RawWebSocket webSocket = joined("")) {
			webSocket.sendText("452-[\"message\"," + FIRST + "," + SECOND + "]")
				.sendText("3")
				.sendBinary(1)
				.sendText("3")
				.sendBinary(2);
			assertThat(webSocket.next()).isEqualTo("452-[\"message-back\"," + FIRST + "," + SECOND + "]");
			assertThat(webSocket.nextBinary()).containsExactly(1);
			assertThat(webSocket.nextBinary()).containsExactly(2);
		}
	}

	@ParameterizedTest
	@ValueSource(longs = { 0, 12, 456, 2_147_483_648L, 9_007_199_254_740_991L })
	void acknowledgesAnEventWithItsId(long id) {
		try (RawWebSocket webSocket = joined("")) {
			webSocket.sendText("42" + id + "[\"message-with-ack\",1,\"2\",{\"3\":[false]}]");
			assertThat(webSocket.next()).isEqualTo("43" + id + "[1,\"2\",{\"3\":[false]}]");
		}
	}

	@Test
	void acknowledgesWithoutArguments() {
		try (RawWebSocket webSocket = joined("/custom,")) {
			webSocket.sendText("42/custom,7[\"message-with-ack\"]");
			assertThat(webSocket.next()).isEqualTo("43/custom,7[]");
		}
	}

	@Test
	void acknowledgesWithAttachments() {
		try (RawWebSocket webSocket = joined("")) {
			webSocket.sendText("452-789[\"message-with-ack\"," + FIRST + ",\"2\"," + SECOND + "]")
				.sendBinary(1, 2, 3)
				.sendBinary();
			assertThat(webSocket.next()).isEqualTo("462-789[" + FIRST + ",\"2\"," + SECOND + "]");
			assertThat(webSocket.nextBinary()).containsExactly(1, 2, 3);
			assertThat(webSocket.nextBinary()).isEmpty();
		}
	}

	@Test
	void acknowledgesOnPolling() {
		String target = endpoint.openPolling();
		endpoint.post(target, "40");
		List<String> packets = poll(target, 2);
		assertThat(packets.get(0)).startsWith("40{");
		endpoint.post(target, "451-7[\"message-with-ack\"," + FIRST + "]\u001ebAQID\u001e42[\"message\",1]");
		assertThat(poll(target, 3)).containsExactly("461-7[" + FIRST + "]", "bAQID", "42[\"message-back\",1]");
	}

	@Test
	void handlesEventsInTheirOrder() {
		try (RawWebSocket webSocket = joined("")) {
			for (int i = 0; i < 200; i++) {
				webSocket.sendText("42[\"message\"," + i + "]");
			}
			for (int i = 0; i < 200; i++) {
				assertThat(webSocket.next()).isEqualTo("42[\"message-back\"," + i + "]");
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "42", "42{}", "42[]", "42\"a\"", "42[\"message\"", "42[\"message\"]]", "42[{}]",
			"42[null]", "42abc[\"message\"]", "42[\"connect\"]", "42[\"disconnect\"]", "42[\"newListener\"]", "49",
			"4x", "4", "43[]", "431{}", "431", "43a[]", "45[\"message\"," + FIRST + "]", "451-[\"message\"]",
			"450-[\"message\"]", "451-[\"message\",{\"_placeholder\":true,\"num\":1}]",
			"451-[\"message\"," + FIRST + "," + FIRST + "]", "452-[\"message\"," + FIRST + "]",
			"45-1[\"message\"," + FIRST + "]", "451[\"message\"," + FIRST + "]", "461-[" + FIRST + "]",
			"44{\"message\":\"no\"}", "4299999999999999999999[\"message\"]", "42[\"message\",1e]",
			"42[\"message\",NaN]", "42[\"message\",'a']" })
	void closesTheConnectionOnAMalformedPacket(String packet) {
		try (RawWebSocket webSocket = joined("").sendText(packet)) {
			assertThat(webSocket.closeCode()).isIn(1007, 1008);
		}
	}

	@Test
	void closesTheConnectionOnMoreAttachmentsThanAllowed() {
		try (RawWebSocket webSocket = joined("").sendText("411-", "4511-[\"message\"]")) {
			assertThat(webSocket.closeCode()).isEqualTo(1007);
		}
	}

	@Test
	void closesTheConnectionOnBinaryThatNobodyWaitsFor() {
		try (RawWebSocket webSocket = joined("").sendBinary(1)) {
			assertThat(webSocket.closeCode()).isEqualTo(1007);
		}
		await().untilAsserted(() -> assertThat(backend.closed()).contains("/ parse error"));
	}

	@Test
	void closesTheConnectionOnTextInPlaceOfAnAttachment() {
		try (RawWebSocket webSocket = joined("").sendText("451-[\"message\"," + FIRST + "]", "42[\"message\"]")) {
			assertThat(webSocket.closeCode()).isEqualTo(1007);
		}
	}

	@Test
	void saysWhyASocketIsGone() {
		joined("/custom,").close();
		await().untilAsserted(() -> assertThat(backend.closed()).contains("/custom transport close"));
	}

	@Test
	void disconnectsASocketWhoseClientMissesAHeartbeat() {
		try (ConformanceBackend quick = ConformanceBackend.start((options) -> {
		})) {
			try (RawWebSocket webSocket = quick.endpoint().openWebSocket().sendText("40")) {
				assertThat(webSocket.nextMessage()).startsWith("40{");
				assertThat(webSocket.closeCode()).isEqualTo(1008);
			}
			await().untilAsserted(() -> assertThat(quick.closed()).containsExactly("/ ping timeout"));
		}
	}

	private static List<String> poll(String target, int count) {
		List<String> packets = new ArrayList<>();
		while (packets.size() < count) {
			Stream.of(endpoint.get(target).text().split("\u001e")).forEach(packets::add);
		}
		return packets;
	}

	private static RawWebSocket joined(String namespace) {
		RawWebSocket webSocket = endpoint.openWebSocket().sendText("40" + namespace);
		assertThat(webSocket.next()).startsWith("40" + namespace + "{");
		assertThat(webSocket.next()).isEqualTo("42" + namespace + "[\"auth\",{}]");
		return webSocket;
	}

}
