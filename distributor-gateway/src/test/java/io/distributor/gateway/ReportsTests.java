package io.distributor.gateway;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.distributor.link.message.RequestDone;
import io.distributor.link.presence.NodeId;

import static org.assertj.core.api.Assertions.assertThat;

class ReportsTests {

	private static final NodeId ASKER = new NodeId("chat-1");

	private final TestLink link = new TestLink();

	private final TestServer server = new TestServer();

	private final Backends backends = new Backends();

	private final GatewayCounters counters = new GatewayCounters(new UnhandledTotal(1));

	private final Reports reports = new Reports(new LinkOutlet(this.link, this.backends, HeaderSource.NONE),
			new SocketDirectory(this.link, this.server, Duration.ZERO, 1), this.counters);

	ReportsTests() {
		this.backends.update(TestLink.backend("chat-1", false, "/chat"));
	}

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void doNotOvertakeThoseThatAreHeld() {
		this.link.overloaded = true;
		this.reports.send(ASKER, new RequestDone(1, 0));
		this.link.overloaded = false;
		this.reports.send(ASKER, new RequestDone(2, 0));
		assertThat(this.link.sent).isEmpty();
		assertThat(this.counters.heldMessages()).isEqualTo(2);
		this.reports.retry();
		this.reports.send(ASKER, new RequestDone(3, 0));
		assertThat(this.link.sent(RequestDone.class)).extracting(RequestDone::requestId).containsExactly(1L, 2L, 3L);
		assertThat(this.counters.heldMessages()).isZero();
	}

}
