package io.distributor.backend.instance;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

import io.distributor.backend.Namespace;
import io.distributor.link.memory.MemoryLinkHub;
import io.distributor.link.memory.MemoryLinkPort;
import io.distributor.link.message.AcceptSocket;
import io.distributor.link.node.LinkNode;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * A backend and distributors on a link in memory.
 */
class BackendExtension implements AfterEachCallback {

	static final String CHAT = "/chat";

	private final MemoryLinkHub hub = new MemoryLinkHub();

	private final ExecutorService executor = Executors.newCachedThreadPool();

	private final List<ScriptedDistributor> distributors = new ArrayList<>();

	final List<String> observed = new CopyOnWriteArrayList<>();

	final MemoryLinkPort port = this.hub.port();

	final LinkNode link = ScriptedDistributor.backendLink(this.port);

	final WatchedLink watched = new WatchedLink(this.link);

	final Backend backend;

	BackendExtension() {
		this((options) -> options);
	}

	BackendExtension(UnaryOperator<BackendOptions.Builder> options) {
		this.backend = new Backend(options.apply(BackendOptions.builder(CHAT)).build(), JsonMapper.shared(),
				this.executor, this.watched, (namespace, event, outcome, nanos) -> this.observed
					.add(namespace + " " + event + " " + outcome + ((nanos >= 0) ? "" : " " + nanos)));
	}

	Namespace chat() {
		return this.backend.io();
	}

	ScriptedDistributor start() {
		this.backend.start();
		return distributor("edge");
	}

	ScriptedDistributor distributor(String name) {
		ScriptedDistributor distributor = new ScriptedDistributor(this.hub, name, CHAT);
		this.distributors.add(distributor);
		distributor.awaitBackend(this.link);
		return distributor;
	}

	/**
	 * Starts everything and connects sockets.
	 */
	ScriptedDistributor startWith(String... socketIds) {
		ScriptedDistributor distributor = start();
		connect(distributor, socketIds);
		return distributor;
	}

	void connect(ScriptedDistributor distributor, String... socketIds) {
		for (String socketId : socketIds) {
			distributor.connect(CHAT, socketId);
			distributor.await(AcceptSocket.class, (accepted) -> accepted.socketId().equals(socketId));
		}
	}

	@Override
	public void afterEach(ExtensionContext context) {
		this.backend.stop();
		this.distributors.forEach(ScriptedDistributor::close);
		this.executor.shutdownNow();
	}

}
