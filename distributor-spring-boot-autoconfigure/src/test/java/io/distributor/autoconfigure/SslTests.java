package io.distributor.autoconfigure;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.function.Supplier;

import io.netty.handler.ssl.SslContext;
import org.json.JSONObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundleRegistry;
import org.springframework.boot.ssl.jks.JksSslStoreBundle;
import org.springframework.boot.ssl.jks.JksSslStoreDetails;
import org.springframework.context.ApplicationContext;

import javax.net.ssl.SSLException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The server with an SSL bundle.
 */
class SslTests {

	private static final String PASSWORD = "secret";

	@TempDir
	private static Path directory;

	private static Path store;

	@BeforeAll
	static void createCertificate() throws IOException, InterruptedException {
		store = createStore("server.p12");
	}

	private static Path createStore(String name) throws IOException, InterruptedException {
		Path store = directory.resolve(name);
		Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
				"-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=localhost", "-ext",
				"san=dns:localhost", "-validity", "2", "-storetype", "PKCS12", "-keystore", store.toString(),
				"-storepass", PASSWORD)
			.inheritIO()
			.start();
		assertThat(keytool.waitFor()).isZero();
		return store;
	}

	@Test
	void encryptsConnections() {
		Contexts.runner(Role.STANDALONE)
			.withPropertyValues("spring.ssl.bundle.jks.web.keystore.location=" + store.toUri(),
					"spring.ssl.bundle.jks.web.keystore.password=" + PASSWORD,
					"spring.ssl.bundle.jks.web.keystore.type=PKCS12", "distributor.server.ssl.bundle=web")
			.run((context) -> {
				int port = context.getEnvironment().getRequiredProperty("local.distributor.port", Integer.class);
				URI uri = URI.create("https://localhost:" + port + "/socket.io/?EIO=4&transport=polling");
				HttpClient client = HttpClient.newBuilder().sslContext(bundle().createSslContext()).build();
				HttpResponse<String> response = client.send(HttpRequest.newBuilder(uri).build(),
						HttpResponse.BodyHandlers.ofString());
				assertThat(response.statusCode()).isEqualTo(200);
				assertThat(response.body()).startsWith("0{").contains("\"sid\"");
				String sid = new JSONObject(response.body().substring(1)).getString("sid");
				HttpRequest close = HttpRequest.newBuilder(URI.create(uri + "&sid=" + sid))
					.POST(HttpRequest.BodyPublishers.ofString("1"))
					.build();
				assertThat(client.send(close, HttpResponse.BodyHandlers.ofString()).body()).isEqualTo("ok");
			});
	}

	@Test
	void failsForAnUnknownBundle() {
		Contexts.runner(Role.DISTRIBUTOR)
			.withPropertyValues("distributor.server.ssl.bundle=unknown")
			.run((context) -> assertThat(context.getStartupFailure()).rootCause().hasMessageContaining("unknown"));
	}

	@Test
	void takesAChangedBundleForNewConnections() {
		DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry("web", bundle());
		Supplier<SslContext> contexts = ServerSslContexts.of("web", bundles);
		assertThat(contexts).isNotNull();
		SslContext before = contexts.get();
		assertThat(contexts.get()).isSameAs(before);
		bundles.updateBundle("web", bundle());
		assertThat(contexts.get()).isNotSameAs(before);
	}

	@Test
	void servesTheNewCertificateWithoutARestart() throws Exception {
		Path renewed = createStore("renewed.p12");
		Contexts.runner(Role.STANDALONE)
			.withPropertyValues("spring.ssl.bundle.jks.web.keystore.location=" + store.toUri(),
					"spring.ssl.bundle.jks.web.keystore.password=" + PASSWORD,
					"spring.ssl.bundle.jks.web.keystore.type=PKCS12", "distributor.server.ssl.bundle=web")
			.run((context) -> {
				assertThat(ask(context, bundle(store)).statusCode()).isEqualTo(400);
				context.getBean(SslBundleRegistry.class).updateBundle("web", bundle(renewed));
				assertThat(ask(context, bundle(renewed)).statusCode()).isEqualTo(400);
				assertThatExceptionOfType(SSLException.class).isThrownBy(() -> ask(context, bundle(store)));
			});
	}

	/** Opens no session, which the server would wait for when it stops. */
	private static HttpResponse<String> ask(ApplicationContext context, SslBundle trusted) throws Exception {
		int port = context.getEnvironment().getRequiredProperty("local.distributor.port", Integer.class);
		URI uri = URI.create("https://localhost:" + port + "/socket.io/?EIO=4&transport=none");
		HttpClient client = HttpClient.newBuilder().sslContext(trusted.createSslContext()).build();
		return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
	}

	@Test
	void needsNoBundle() {
		assertThat(ServerSslContexts.of(null, new DefaultSslBundleRegistry())).isNull();
	}

	private static SslBundle bundle() {
		return bundle(store);
	}

	private static SslBundle bundle(Path store) {
		JksSslStoreDetails details = new JksSslStoreDetails("PKCS12", null, store.toUri().toString(), PASSWORD);
		return SslBundle.of(new JksSslStoreBundle(details, details));
	}

}
