package io.distributor.engine;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What the protocol document demands, rule by rule, on real connections.
 */
class ProtocolTests {

	private static final HttpClient client = HttpClient.newHttpClient();

	private static ProtocolServer server;

	@BeforeAll
	static void start() {
		server = new ProtocolServer(Duration.ofSeconds(25), Duration.ofSeconds(20));
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	// Connecting: the answer has the id of the socket

	@Test
	void connectsToTheMainNamespace() throws Exception {
		RawWebSocket socket = open().send("0");
		assertThat(socket.nextText()).matches("0\\{\"sid\":\"[A-Za-z0-9_-]{20}\"}");
		assertThat(socket.nextText()).isEqualTo("2[\"auth\",{}]");
	}

	@Test
	void connectsWithAPayload() throws Exception {
		RawWebSocket socket = open().send("0{\"token\":\"123\"}");
		assertThat(socket.nextText()).startsWith("0{\"sid\":\"");
		assertThat(socket.nextText()).isEqualTo("2[\"auth\",{\"token\":\"123\"}]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0/custom,", "0/custom", "0/custom?token=abc,", "0/custom?token=abc" })
	void connectsToACustomNamespace(String connect) throws Exception {
		RawWebSocket socket = open().send(connect);
		assertThat(socket.nextText()).matches("0/custom,\\{\"sid\":\"[A-Za-z0-9_-]{20}\"}");
		assertThat(socket.nextText()).isEqualTo("2/custom,[\"auth\",{}]");
	}

	@Test
	void connectsToACustomNamespaceWithAPayload() throws Exception {
		RawWebSocket socket = open().send("0/custom,{\"token\":\"abc\"}");
		assertThat(socket.nextText()).startsWith("0/custom,{\"sid\":\"");
		assertThat(socket.nextText()).isEqualTo("2/custom,[\"auth\",{\"token\":\"abc\"}]");
	}

	// Connecting: or the client is refused

	@ParameterizedTest
	@ValueSource(strings = { "0/random", "0/random,", "0/random,{\"token\":\"abc\"}" })
	void refusesAnUnknownNamespace(String connect) throws Exception {
		RawWebSocket socket = open().send(connect);
		assertThat(socket.nextText()).isEqualTo("4/random,{\"message\":\"Invalid namespace\"}");
	}

	// Connecting: several namespaces share a connection

	@Test
	void servesSeveralNamespacesOnOneConnection() throws Exception {
		RawWebSocket socket = joined().send("0/custom,");
		assertThat(socket.nextText()).startsWith("0/custom,");
		assertThat(socket.nextText()).startsWith("2/custom,");
		socket.send("2/custom,[\"message\",1]", "2[\"message\",2]");
		assertThat(socket.nextText()).isEqualTo("2/custom,[\"message-back\",1]");
		assertThat(socket.nextText()).isEqualTo("2[\"message-back\",2]");
	}

	// Connecting: comes first, or the connection ends

	@ParameterizedTest
	@ValueSource(strings = { "2[\"message\",1]", "1", "31[]", "2/custom,[\"message\",1]" })
	void closesWithoutAConnectFirst(String packet) throws Exception {
		assertThat(open().send(packet).closed()).succeedsWithin(Duration.ofSeconds(5));
	}

	// Events: must have a payload, a filled array, or the connection ends

	@ParameterizedTest
	@ValueSource(strings = { "2", "2{}", "2[]", "2\"a\"", "2[\"message\"", "2[\"message\"]]", "2abc[\"message\"]",
			"2[\"connect\"]", "2[{}]", "9", "abc", "1{}", "3[]", "31{}", "51-[\"message\"]", "50-[\"message\"]",
			"511-[\"message\"]" })
	void closesOnAMalformedPacket(String packet) throws Exception {
		assertThat(joined().send(packet).closed()).succeedsWithin(Duration.ofSeconds(5));
	}

	@Test
	void closesOnBinaryOutOfPlace() throws Exception {
		assertThat(joined().send(new byte[] { 1 }).closed()).succeedsWithin(Duration.ofSeconds(5));
		assertThat(joined().send("51-[\"message\",{\"_placeholder\":true,\"num\":0}]").send("2[\"message\"]").closed())
			.succeedsWithin(Duration.ofSeconds(5));
	}

	@Test
	void exchangesEvents() throws Exception {
		RawWebSocket socket = joined().send("2[\"message\",1,\"2\",{\"3\":[true,null,\"grüße 😀\"]}]");
		assertThat(socket.nextText()).isEqualTo("2[\"message-back\",1,\"2\",{\"3\":[true,null,\"grüße 😀\"]}]");
	}

	@Test
	void exchangesBinaryEvents() throws Exception {
		String arguments = ",{\"_placeholder\":true,\"num\":0},{\"a\":{\"_placeholder\":true,\"num\":1}}]";
		RawWebSocket socket = joined().send("52-[\"message\"" + arguments)
			.send(new byte[] { 1, 2, 3 })
			.send(new byte[] { 4, 5, 6 });
		assertThat(socket.nextText()).isEqualTo("52-[\"message-back\"" + arguments);
		assertThat(socket.nextBinary()).containsExactly(1, 2, 3);
		assertThat(socket.nextBinary()).containsExactly(4, 5, 6);
	}

	// Acknowledgements: have the id of their event

	@Test
	void acknowledges() throws Exception {
		RawWebSocket socket = joined().send("2456[\"message-with-ack\",1,\"2\",{\"3\":[false]}]");
		assertThat(socket.nextText()).isEqualTo("3456[1,\"2\",{\"3\":[false]}]");
		socket.send("20[\"message-with-ack\",1]");
		assertThat(socket.nextText()).isEqualTo("30[1]");
	}

	@Test
	void acknowledgesWithBinary() throws Exception {
		String arguments = "{\"_placeholder\":true,\"num\":0},\"2\"]";
		RawWebSocket socket = joined().send("51-789[\"message-with-ack\"," + arguments).send(new byte[] { 1, 2, 3 });
		assertThat(socket.nextText()).isEqualTo("61-789[" + arguments);
		assertThat(socket.nextBinary()).containsExactly(1, 2, 3);
	}

	// Disconnecting: other namespaces stay

	@Test
	void disconnectsFromOneNamespace() throws Exception {
		RawWebSocket socket = joined().send("0/custom");
		socket.nextText();
		socket.nextText();
		socket.send("1/custom,", "2[\"message\",\"still here\"]");
		assertThat(socket.nextText()).isEqualTo("2[\"message-back\",\"still here\"]");
		assertThat(socket.hasNext()).isFalse();
		socket.send("0/custom");
		assertThat(socket.nextText()).startsWith("0/custom,");
	}

	// The heartbeat of the layer below

	@Test
	void closesOnlyClientsThatDoNotAnswerPings() throws Exception {
		try (ProtocolServer quick = new ProtocolServer(Duration.ofMillis(300), Duration.ofMillis(200))) {
			RawWebSocket silent = new RawWebSocket(client, quick.port(), false).send("0");
			assertThat(silent.nextText()).startsWith("0{");
			assertThat(silent.closed()).succeedsWithin(Duration.ofSeconds(5));
		}
		try (ProtocolServer patient = new ProtocolServer(Duration.ofMillis(50), Duration.ofSeconds(20))) {
			RawWebSocket answering = new RawWebSocket(client, patient.port(), true).send("0");
			await().until(() -> answering.pings() > 3);
			assertThat(answering.closed()).isNotDone();
		}
	}

	// The sample session

	@Test
	void playsTheSampleSessionOverPolling() throws Exception {
		String opened = get("").body();
		assertThat(opened).startsWith("0{\"sid\":\"").contains("\"upgrades\":[\"websocket\"]");
		Matcher sid = Pattern.compile("\"sid\":\"([^\"]+)\"").matcher(opened);
		assertThat(sid.find()).isTrue();
		String query = "&sid=" + sid.group(1);
		assertThat(post(query, "40").body()).isEqualTo("ok");
		String answer = poll(query);
		assertThat(answer).startsWith("40{\"sid\":\"").doesNotContain(sid.group(1));
		if (!answer.contains("auth")) {
			assertThat(poll(query)).isEqualTo("42[\"auth\",{}]");
		}
		assertThat(post(query, "42[\"message\",1]\u001e451-[\"message\",{\"_placeholder\":true,\"num\":0}]\u001ebAQID")
			.statusCode()).isEqualTo(200);
		assertThat(poll(query)).isEqualTo(
				"42[\"message-back\",1]\u001e451-[\"message-back\",{\"_placeholder\":true,\"num\":0}]\u001ebAQID");
	}

	private static RawWebSocket open() throws Exception {
		return new RawWebSocket(client, server.port(), true);
	}

	private static RawWebSocket joined() throws Exception {
		RawWebSocket socket = open().send("0");
		socket.nextText();
		socket.nextText();
		return socket;
	}

	/** Pings may stand among the packets. */
	private static String poll(String query) throws Exception {
		while (true) {
			List<String> packets = new ArrayList<>(List.of(get(query).body().split("\u001e")));
			if (packets.remove("2")) {
				post(query, "3");
			}
			if (!packets.isEmpty()) {
				return String.join("\u001e", packets);
			}
		}
	}

	private static HttpResponse<String> get(String query) throws Exception {
		return client.send(HttpRequest.newBuilder(uri(query)).build(), BodyHandlers.ofString());
	}

	private static HttpResponse<String> post(String query, String body) throws Exception {
		return client.send(HttpRequest.newBuilder(uri(query))
			.header("Content-Type", "text/plain;charset=UTF-8")
			.POST(BodyPublishers.ofString(body))
			.build(), BodyHandlers.ofString());
	}

	private static URI uri(String query) {
		return URI.create("http://localhost:" + server.port() + "/socket.io/?EIO=4&transport=polling" + query);
	}

}
