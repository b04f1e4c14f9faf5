package io.distributor.tests.browser;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import com.sun.net.httpserver.HttpServer;
import io.distributor.annotation.OnEvent;
import io.distributor.tests.support.NodeProject;
import io.distributor.tests.support.Program;
import io.distributor.tests.support.RequiresProgram;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Dimension;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A page of another server that gets the JavaScript client from the distributor it
 * connects to.
 */
@RequiresProgram(Program.BROWSER)
class ServedClientIntegrationTests {

	@TempDir
	private Path classPath;

	private HttpServer pages;

	private ConfigurableApplicationContext application;

	private String page = "";

	@BeforeEach
	void start() throws IOException {
		this.pages = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.pages.createContext("/", (exchange) -> {
			byte[] content = this.page.getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
			exchange.sendResponseHeaders(200, content.length);
			exchange.getResponseBody().write(content);
			exchange.close();
		});
		this.pages.start();
		addWebJar();
		this.application = startApplication();
	}

	@AfterEach
	void stop() {
		this.application.close();
		this.pages.stop(0);
	}

	@ParameterizedTest
	@RequiresProgram(Program.NODE)
	@ValueSource(strings = { "socket.io.js", "socket.io.min.js" })
	void connectsAPageThatLoadsTheClientFromTheDistributor(String file) {
		this.page = """
				<!doctype html><title>loading</title>
				<script src="%1$s/socket.io/%2$s"></script>
				<script>
				const socket = io("%1$s/chat", { auth: {} });
				socket.emit("echo", "hello", (answer) => { document.title = answer; });
				</script>
				""".formatted(distributor(), file);
		assertThatThePageSays("hello");
	}

	@Test
	@RequiresProgram(Program.NODE)
	void connectsAPageThatImportsTheClientFromTheDistributor() {
		this.page = """
				<!doctype html><title>loading</title>
				<script type="module">
				import { io } from "%1$s/socket.io/socket.io.esm.min.js";
				const socket = io("%1$s/chat");
				socket.emit("echo", "imported", (answer) => { document.title = answer; });
				</script>
				""".formatted(distributor());
		assertThatThePageSays("imported");
	}

	private void assertThatThePageSays(String title) {
		try (Browser browser = new Browser(new Dimension(400, 300))) {
			browser.driver().get(pageOrigin());
			Awaitility.await()
				.atMost(Duration.ofSeconds(20))
				.untilAsserted(() -> assertThat(browser.driver().getTitle()).isEqualTo(title));
		}
	}

	/** The files that npm installs, where the webjar has them. */
	private void addWebJar() throws IOException {
		NodeProject.install();
		FileSystemUtils.copyRecursively(NodeProject.folder().resolve("node_modules/socket.io-client/dist"),
				this.classPath.resolve("META-INF/resources/webjars/socket.io-client/4/dist"));
	}

	private ConfigurableApplicationContext startApplication() throws IOException {
		SpringApplication started = new SpringApplication(Echo.class);
		started.setWebApplicationType(WebApplicationType.NONE);
		started.setResourceLoader(new DefaultResourceLoader(
				new URLClassLoader(new URL[] { this.classPath.toUri().toURL() }, getClass().getClassLoader())));
		started.setDefaultProperties(Map.of("distributor.role", "standalone", "distributor.server.port", 0,
				"distributor.backend.namespace", "/chat", "distributor.server.cors.allowed-origins", pageOrigin()));
		return started.run();
	}

	private String pageOrigin() {
		return "http://localhost:" + this.pages.getAddress().getPort();
	}

	private String distributor() {
		return "http://localhost:"
				+ this.application.getEnvironment().getRequiredProperty("local.distributor.port", Integer.class);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(EchoHandler.class)
	static class Echo {

	}

	static class EchoHandler {

		@OnEvent("echo")
		String echo(String text) {
			return text;
		}

	}

}
