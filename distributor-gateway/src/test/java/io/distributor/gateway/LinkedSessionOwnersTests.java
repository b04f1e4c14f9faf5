package io.distributor.gateway;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.distributor.link.LinkListener;
import io.distributor.link.LinkOptions;
import io.distributor.link.memory.MemoryLinkHub;
import io.distributor.link.message.LinkMessage;
import io.distributor.link.node.LinkNode;
import io.distributor.link.presence.Departure;
import io.distributor.link.presence.ForwardingAddress;
import io.distributor.link.presence.Node;
import io.distributor.link.presence.NodeId;
import io.distributor.link.presence.NodeRole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Which distributor a session is at, as the link knows it.
 */
class LinkedSessionOwnersTests {

	private static final InetSocketAddress ADDRESS = new InetSocketAddress("127.0.0.1", 9000);

	private final MemoryLinkHub hub = new MemoryLinkHub();

	private final LinkNode link = open("one");

	private final LinkNode other = open("other");

	private final LinkedSessionOwners owners = new LinkedSessionOwners(this.link);

	@AfterEach
	void close() {
		List.of(this.link, this.other).forEach(LinkNode::close);
	}

	private LinkNode open(String name) {
		LinkOptions options = LinkOptions.DEFAULT.withHeartbeat(Duration.ofMillis(50), Duration.ofSeconds(2),
				Duration.ofMillis(50));
		LinkNode node = new LinkNode(NodeRole.DISTRIBUTOR, name, options, this.hub.port());
		node.open(new DeafListener());
		return node;
	}

	@Test
	void findsADistributorThatTakesRequestsUntilItIsGone() {
		this.other.announceForwarding(new ForwardingAddress("othertag", ADDRESS));
		await().until(() -> ADDRESS.equals(this.owners.find("othertag")));
		assertThat(this.owners.find("nobodys")).isNull();
		this.other.close();
		await().until(() -> this.owners.find("othertag") == null);
	}

	@Test
	void findsADistributorThatDrains() {
		this.other.announceForwarding(new ForwardingAddress("othertag", ADDRESS));
		this.other.announce(Set.of(), true);
		await().until(() -> this.link.nodes().stream().anyMatch(Node::draining));
		assertThat(this.owners.find("othertag")).isEqualTo(ADDRESS);
	}

	@Test
	void findsNobodyWhoTakesNoRequests() {
		await().until(() -> this.link.nodes().size() == 1);
		assertThat(Stream.of("", "othertag")).allSatisfy((tag) -> assertThat(this.owners.find(tag)).isNull());
	}

	private static final class DeafListener implements LinkListener {

		@Override
		public void onMessage(NodeId sender, Map<String, String> headers, LinkMessage message) {
		}

		@Override
		public void onNode(Node node) {
		}

		@Override
		public void onNodeGone(Node node, Departure departure) {
		}

		@Override
		public void onUp() {
		}

		@Override
		public void onDown() {
		}

	}

}
