package io.distributor.engine.limit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SilentConnectionsTests {

	private final LimitCounters counters = new LimitCounters();

	private final SilentConnections connections = new SilentConnections(SessionLimits.DEFAULTS.withSilent(3, 2),
			this.counters);

	@Test
	void limitsConnectionsOfOneAddress() {
		assertThat(this.connections.add("192.0.2.1")).isTrue();
		assertThat(this.connections.add("192.0.2.1")).isTrue();
		assertThat(this.connections.add("192.0.2.1")).isFalse();
		assertThat(this.counters.get(Limit.ADDRESS_SILENT_CONNECTIONS)).isOne();
		assertThat(this.connections.add("192.0.2.2")).isTrue();
		this.connections.remove("192.0.2.1");
		assertThat(this.connections.add("192.0.2.1")).isTrue();
	}

	@Test
	void limitsConnectionsInAllAlsoOfProxies() {
		for (int i = 0; i < 3; i++) {
			assertThat(this.connections.add("")).isTrue();
		}
		assertThat(this.connections.add("127.0.0.1")).isFalse();
		assertThat(this.counters.get(Limit.SILENT_CONNECTIONS)).isOne();
		this.connections.remove("");
		assertThat(this.connections.add("127.0.0.1")).isTrue();
	}

	@Test
	void remembersNoAddressWithoutConnections() {
		this.connections.add("192.0.2.1");
		this.connections.add("192.0.2.1");
		this.connections.remove("192.0.2.1");
		assertThat(this.connections.addresses()).isOne();
		this.connections.remove("192.0.2.1");
		assertThat(this.connections.addresses()).isZero();
	}

}
