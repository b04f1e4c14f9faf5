package io.distributor.link.node;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.distributor.link.LinkOptions;
import io.distributor.link.frame.FrameCorpus;
import io.distributor.link.frame.FrameMutations;
import io.distributor.link.memory.MemoryLinkHub;
import io.distributor.link.message.RequestDone;
import io.distributor.link.port.LinkPort;
import io.distributor.link.port.LinkPortListener;
import io.distributor.link.presence.NodeId;
import io.distributor.link.presence.NodeRole;
import io.distributor.link.protocol.Channels;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.awaitility.Awaitility.await;

/**
 * Whatever is published on its channels, a node goes on with those it knows.
 */
class LinkNodeFuzzTests {

	private static final LinkOptions OPTIONS = LinkOptions.DEFAULT.withHeartbeat(Duration.ofMillis(50),
			Duration.ofSeconds(10), Duration.ofMillis(50));

	private static final int ROUNDS = 50_000;

	private static final int MESSAGES = 100;

	private final MemoryLinkHub hub = new MemoryLinkHub();

	private final HeardPort port = new HeardPort(this.hub.port());

	private final RecordingListener heard = new RecordingListener();

	private final LinkNode node = new LinkNode(NodeRole.BACKEND, "chat", OPTIONS, this.port);

	private final LinkNode other = new LinkNode(NodeRole.DISTRIBUTOR, "edge", OPTIONS, this.hub.port());

	@AfterEach
	void close() {
		this.node.close();
		this.other.close();
	}

	@Test
	void survivesFramesOfAStranger() {
		this.node.open(this.heard);
		this.other.open(new RecordingListener());
		await().until(() -> !this.other.nodes().isEmpty() && this.node.nodes().size() == 1);
		List<byte[]> frames = FrameCorpus.frames(new NodeId("stranger"), this.node.id());
		FrameMutations.fuzz(frames, ROUNDS, this::publish);
		await().until(() -> this.other.nodes().stream().anyMatch((known) -> known.id().equals(this.node.id())));
		for (int i = 1; i <= MESSAGES; i++) {
			this.other.send(this.node.id(), Map.of(), new RequestDone(i, 7));
		}
		await().until(() -> this.heard.messages.contains(new RequestDone(MESSAGES, 7)));
	}

	private void publish(byte[] frame) {
		Channels channels = new Channels(OPTIONS.prefix());
		this.port.hears(channels.inbox(this.node.id()), frame);
		this.port.hears(channels.presence(), frame);
		this.port.hears(channels.namespace("/chat"), frame);
	}

	/** Lets a test be heard, in its own thread, so that it sees what is thrown. */
	private static final class HeardPort extends ForwardingPort {

		private volatile @Nullable LinkPortListener listener;

		HeardPort(LinkPort port) {
			super(port);
		}

		void hears(String channel, byte[] frame) {
			Objects.requireNonNull(this.listener).onFrame(channel, frame);
		}

		@Override
		public void open(LinkPortListener listener) {
			this.listener = listener;
			super.open(listener);
		}

	}

}
