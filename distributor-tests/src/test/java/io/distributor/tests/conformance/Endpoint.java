package io.distributor.tests.conformance;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A server under test, as its clients see it. Each request has a connection of its own.
 *
 * @param port its port
 * @param path its path
 * @param revision revision of Engine.IO that is spoken
 */
record Endpoint(int port, String path, int revision) {

	private static final Pattern SID = Pattern.compile("\"sid\":\"([^\"]+)\"");

	String polling() {
		return this.path + "?EIO=" + this.revision + "&transport=polling";
	}

	String webSocket() {
		return this.path + "?EIO=" + this.revision + "&transport=websocket";
	}

	Response request(String method, String target, String body, String... headers) {
		try (RawConnection connection = new RawConnection(this.port)) {
			return connection.send(method, target, body.getBytes(StandardCharsets.UTF_8), headers).receive();
		}
	}

	Response get(String target) {
		return request("GET", target, "");
	}

	Response post(String target, String body, String... headers) {
		return request("POST", target, body, headers);
	}

	/** Sends a request and leaves its answer for later. */
	RawConnection send(String method, String target, String body) {
		return new RawConnection(this.port).send(method, target, body.getBytes(StandardCharsets.UTF_8));
	}

	/** Opens a session on polling and returns the target of its requests. */
	String openPolling(String... parameters) {
		Response response = get(polling() + String.join("", parameters));
		assertThat(response.status()).as(response::text).isEqualTo(200);
		return polling() + "&sid=" + sid(response.text()) + String.join("", parameters);
	}

	/** Opens a session on a websocket and takes its open packet. */
	RawWebSocket openWebSocket() {
		RawWebSocket webSocket = connectWebSocket(webSocket());
		assertThat(webSocket.next()).startsWith("0{");
		return webSocket;
	}

	RawWebSocket connectWebSocket(String target) {
		return new RawWebSocket(this.port, target).opened();
	}

	/** Opens a websocket for a session on polling. */
	RawWebSocket connectForUpgrade(String target) {
		return connectWebSocket(target.replace("transport=polling", "transport=websocket"));
	}

	/** Opens a websocket for a session on polling, and its answered probe. */
	RawWebSocket probe(String target) {
		RawWebSocket webSocket = connectForUpgrade(target).sendText("2probe");
		assertThat(webSocket.next()).isEqualTo("3probe");
		return webSocket;
	}

	static String sid(String text) {
		Matcher matcher = SID.matcher(text);
		assertThat(matcher.find()).as(text).isTrue();
		return matcher.group(1);
	}

}
