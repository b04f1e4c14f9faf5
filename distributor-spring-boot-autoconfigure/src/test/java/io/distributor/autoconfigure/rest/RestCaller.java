package io.distributor.autoconfigure.rest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ConfigurableApplicationContext;

/**
 * A process that speaks HTTP and nothing else.
 */
final class RestCaller {

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final URI base;

	private String authorization = "Bearer " + RestApplication.TOKEN;

	private RestCaller(URI base) {
		this.base = base;
	}

	static RestCaller of(ConfigurableApplicationContext context) {
		return of(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
	}

	static RestCaller of(int port) {
		return new RestCaller(URI.create("http://localhost:" + port + "/distributor/"));
	}

	RestCaller as(String authorization) {
		RestCaller other = new RestCaller(this.base);
		other.authorization = authorization;
		return other;
	}

	RestCaller awaitReady(String namespace) {
		Awaitility.await()
			.until(() -> post("emit", "{'namespace':'%s','event':'ready'}".formatted(namespace)).statusCode() == 202);
		return this;
	}

	HttpResponse<String> post(String command, String body) throws IOException, InterruptedException {
		return send(request(command).POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"'))));
	}

	HttpResponse<String> postPieces(String command, String body) throws IOException, InterruptedException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		return send(
				request(command).POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes))));
	}

	HttpResponse<String> postText(String command, String body) throws IOException, InterruptedException {
		return send(request(command).setHeader("Content-Type", "text/plain")
			.POST(HttpRequest.BodyPublishers.ofString(body)));
	}

	private HttpRequest.Builder request(String command) {
		return HttpRequest.newBuilder(this.base.resolve(command))
			.header("Content-Type", "application/json")
			.header("Authorization", this.authorization);
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	static JsonNode json(HttpResponse<String> response) {
		return new JsonMapper().readTree(response.body());
	}

}
