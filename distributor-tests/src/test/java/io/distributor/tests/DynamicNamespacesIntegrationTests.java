package io.distributor.tests;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.distributor.backend.IndirectIo;
import io.distributor.backend.Namespace;
import io.distributor.tests.fleet.Client;
import io.distributor.tests.fleet.Fleet;
import org.awaitility.Awaitility;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class DynamicNamespacesIntegrationTests {

	private static final String PATTERN = "/workspace-{id}";

	private final Set<String> homes = ConcurrentHashMap.newKeySet();

	@RegisterExtension
	final Fleet fleet = Fleet.inMemory().distributors(2).backend("/chat", this::workspaces);

	private void workspaces(IndirectIo io) {
		Namespace workspaces = io.of(PATTERN);
		workspaces.on("connection", (socket) -> this.homes.add(socket.id() + (socket.recovered() ? " adopted" : "")));
		workspaces.onEvent("where", (event) -> event.socket().namespace().variables().get("id"));
		workspaces.onEvent("tell", (event) -> {
			event.socket().namespace().emit("told", event.socket().namespace().name());
			return null;
		});
	}

	private int namespaces() {
		return this.fleet.backend(0).statistics().dynamicNamespaces();
	}

	private Client connect(int distributor, String namespace) {
		return this.fleet.client(distributor, namespace).connect();
	}

	@Test
	void clientsJoinWhatAPatternMatches() throws Exception {
		Client seven = connect(0, "/workspace-7");
		Client eight = connect(1, "/workspace-8");
		assertThat(seven.call("where")).containsExactly("7");
		assertThat(eight.call("where")).containsExactly("8");
		JSONObject error = (JSONObject) this.fleet.client(0, "/workspace-").connectError();
		assertThat(error.getString("message")).isEqualTo("Invalid namespace");
	}

	@Test
	void namespacesOfAPatternAreApartAndCanBeReachedTogether() {
		Client seven = connect(0, "/workspace-7");
		Client sevenToo = connect(1, "/workspace-7");
		Client eight = connect(1, "/workspace-8");
		seven.call("tell");
		Awaitility.await().untilAsserted(() -> assertThat(seven.heard()).containsExactly("told"));
		Awaitility.await().untilAsserted(() -> assertThat(sevenToo.heard()).containsExactly("told"));
		this.fleet.backend(0).io().of(PATTERN).emit("news");
		Awaitility.await().untilAsserted(() -> assertThat(sevenToo.heard()).containsExactly("told", "news"));
		Awaitility.await().untilAsserted(() -> assertThat(eight.heard()).containsExactly("news"));
	}

	@Test
	void namespacesAreForgottenWithTheirLastSocket() {
		Client client = connect(0, "/workspace-7");
		Client other = connect(1, "/workspace-7");
		assertThat(namespaces()).isOne();
		client.close();
		other.close();
		Awaitility.await().untilAsserted(() -> assertThat(namespaces()).isZero());
	}

	@Test
	void clientsStayWhenTheirHomeLeaves() {
		Client client = connect(0, "/workspace-7");
		this.fleet.startBackend("/chat", this::workspaces);
		this.fleet.backend(0).stop();
		Awaitility.await().untilAsserted(() -> assertThat(this.homes).contains(client.id() + " adopted"));
		assertThat(client.call("where")).containsExactly("7");
		assertThat(client.connects()).hasSize(1);
	}

}
