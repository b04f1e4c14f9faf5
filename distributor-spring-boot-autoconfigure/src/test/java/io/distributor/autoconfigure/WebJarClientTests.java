package io.distributor.autoconfigure;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The JavaScript client from a webjar.
 */
class WebJarClientTests {

	private static final List<String> NAMES = List.of("socket.io.js", "socket.io.js.map", "socket.io.min.js",
			"socket.io.min.js.map", "socket.io.esm.min.js", "socket.io.esm.min.js.map", "socket.io.msgpack.min.js",
			"socket.io.msgpack.min.js.map");

	@TempDir
	private Path classPath;

	/** The folders of {@code org.webjars.npm}, and of {@code org.webjars}. */
	@ParameterizedTest
	@ValueSource(strings = { "4.8.3/dist", "4.8.3" })
	void servesTheFilesOfTheWebJar(String folder) throws IOException {
		addWebJar(folder);
		runner().run((context) -> {
			for (String name : NAMES) {
				HttpResponse<String> response = get(context, name);
				assertThat(response.statusCode()).as(name).isEqualTo(200);
				assertThat(response.body()).isEqualTo("content of " + name);
				assertThat(response.headers().firstValue("etag")).isPresent();
				assertThat(response.headers().firstValue("content-type")).hasValue(
						(name.endsWith(".map") ? "application/json" : "application/javascript") + "; charset=utf-8");
			}
		});
	}

	@Test
	void servesNothingElseOfTheWebJar() throws IOException {
		addWebJar("4.8.3/dist");
		runner().run((context) -> {
			assertThat(get(context, "package.json").statusCode()).isEqualTo(404);
			assertThat(get(context, "dist/socket.io.js").statusCode()).isEqualTo(404);
			assertThat(get(context, "secret.js").statusCode()).isEqualTo(404);
		});
	}

	@Test
	void servesNoClientIfItIsSwitchedOff() throws IOException {
		addWebJar("4.8.3/dist");
		runner().withPropertyValues("distributor.server.serve-client=false")
			.run((context) -> assertThat(get(context, "socket.io.min.js").statusCode()).isEqualTo(404));
	}

	@Test
	void servesNoClientWithoutAWebJar() {
		runner().run((context) -> assertThat(get(context, "socket.io.min.js").statusCode()).isEqualTo(404));
	}

	private void addWebJar(String folder) throws IOException {
		Path files = Files
			.createDirectories(this.classPath.resolve("META-INF/resources/webjars/socket.io-client").resolve(folder));
		for (String name : NAMES) {
			Files.writeString(files.resolve(name), "content of " + name);
		}
		Files.writeString(files.resolve("package.json"), "{}");
		Files.writeString(files.resolve("secret.js"), "");
	}

	private ApplicationContextRunner runner() {
		try {
			URL[] urls = { this.classPath.toUri().toURL() };
			return Contexts.runner(Role.STANDALONE)
				.withClassLoader(new URLClassLoader(urls, getClass().getClassLoader()));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static HttpResponse<String> get(ApplicationContext context, String name) throws Exception {
		int port = context.getEnvironment().getRequiredProperty("local.distributor.port", Integer.class);
		URI uri = URI.create("http://localhost:" + port + "/socket.io/" + name);
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
	}

}
