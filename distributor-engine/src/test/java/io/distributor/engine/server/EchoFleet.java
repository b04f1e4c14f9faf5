package io.distributor.engine.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.distributor.engine.forward.ForwardingOptions;
import io.distributor.engine.forward.SessionForwarding;
import io.distributor.engine.forward.SessionOwners;

/**
 * Servers that send back what they get and forward to each other.
 */
final class EchoFleet implements AutoCloseable {

	static final String SECRET = "a secret of this test, 32 characters and more";

	final Map<String, InetSocketAddress> owners = new ConcurrentHashMap<>();

	private final List<EchoServer> servers = new ArrayList<>();

	private final List<SessionForwarding> forwardings = new ArrayList<>();

	EchoFleet(int count) {
		for (int i = 0; i < count; i++) {
			add(EchoServer.options(), 100, this.owners::get);
		}
	}

	int add(EngineOptionsBuilder options, int maxConcurrent, SessionOwners known) {
		ForwardingOptions forwardingOptions = new ForwardingOptions(InetAddress.getLoopbackAddress(), 0,
				List.of(SECRET), Duration.ofMinutes(1), maxConcurrent, Duration.ofSeconds(2));
		SessionForwarding forwarding = new SessionForwarding(forwardingOptions, known);
		EchoServer server = new EchoServer(options, forwarding);
		this.servers.add(server);
		this.forwardings.add(forwarding);
		this.owners.put(forwarding.tag(), server.server.forwardingAddress());
		return this.servers.size() - 1;
	}

	EchoServer server(int index) {
		return this.servers.get(index);
	}

	SessionForwarding forwarding(int index) {
		return this.forwardings.get(index);
	}

	@Override
	public void close() {
		this.servers.forEach(EchoServer::close);
	}

}
