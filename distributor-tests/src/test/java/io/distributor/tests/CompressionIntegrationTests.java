package io.distributor.tests;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.distributor.engine.compression.CompressionOptions;
import io.distributor.tests.fleet.Client;
import io.distributor.tests.fleet.Fleet;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Distributors that compress, with clients that ask for it and others.
 */
class CompressionIntegrationTests {

	private static final String LONG = "some words again and again, ".repeat(1_000);

	private final Queue<String> codings = new ConcurrentLinkedQueue<>();

	@RegisterExtension
	final Fleet fleet = Fleet.inMemory()
		.server((options) -> options
			.engine((engine) -> engine.compression(new CompressionOptions(true, true, 1024, 8_000_000))))
		.distributors(2)
		.backend("/chat", (io) -> {
			io.onEvent("echo", (event) -> event.arguments().get(0, String.class));
			io.onEvent("tell", (event) -> {
				io.emit("told", LONG, new byte[5_000]);
				return null;
			});
		});

	@Test
	void compressesWhatAPollingClientGets() {
		Client client = client(0, "polling").connect();
		assertThat(client.call("echo", LONG)).containsExactly(LONG);
		assertThat(this.codings).contains("gzip");
	}

	@Test
	void reachesAllClientsWhateverTheyTake() {
		List<Client> clients = new ArrayList<>();
		for (int distributor = 0; distributor < 2; distributor++) {
			clients.add(client(distributor, "polling").connect());
			clients.add(client(distributor, "websocket").connect());
			clients.add(client(distributor).connect());
		}
		clients.get(0).emit("tell");
		await()
			.untilAsserted(() -> assertThat(clients).allSatisfy((each) -> assertThat(each.heard()).contains("told")));
		assertThat(clients).allSatisfy((each) -> {
			assertThat(each.received().get(0).arguments().get(0)).isEqualTo(LONG);
			assertThat(each.received().get(0).arguments().get(1)).isEqualTo(new byte[5_000]);
		});
	}

	private Client client(int distributor, String... transports) {
		OkHttpClient http = Fleet.httpClient().newBuilder().addNetworkInterceptor(this::record).build();
		URI url = URI.create(this.fleet.distributor(distributor).url());
		return this.fleet.client(this.fleet.manager(url, http, transports), "/chat", Map.of());
	}

	private Response record(Interceptor.Chain chain) throws IOException {
		Response response = chain.proceed(chain.request());
		String coding = response.header("Content-Encoding");
		if (coding != null) {
			this.codings.add(coding);
		}
		return response;
	}

}
