package io.distributor.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

import io.distributor.link.LinkListener;
import io.distributor.link.LinkOptions;
import io.distributor.link.memory.MemoryLinkHub;
import io.distributor.link.message.EmitToSocket;
import io.distributor.link.message.LinkMessage;
import io.distributor.link.message.Payload;
import io.distributor.link.node.LinkNode;
import io.distributor.link.presence.Departure;
import io.distributor.link.presence.Node;
import io.distributor.link.presence.NodeId;
import io.distributor.link.presence.NodeRole;
import io.distributor.link.protocol.Protections;

/**
 * How many messages one node can send to another over the memory port, with the promises
 * of the link and without: the quotient of the two is what is left of the throughput when
 * they are kept. Both runs do the same but for that: one sender, batches of 1 000
 * messages, and up to {@value #WINDOW} batches under way, so that the sender never waits
 * for the receiver to wake up. Over Redis the promises cost a smaller share: everything
 * else costs more there.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class LinkBenchmark {

	private static final int BATCH = 1_000;

	private static final int WINDOW = 16;

	private static final LinkMessage MESSAGE = new EmitToSocket("/chat", "0123456789abcdefghij", Payload.NO_ACK, false,
			new Payload("[\"message\",{\"text\":\"Good morning\"}]".getBytes(StandardCharsets.UTF_8), List.of()));

	private final MemoryLinkHub hub = new MemoryLinkHub();

	private final Arrivals arrivals = new Arrivals();

	/** Whether the link keeps its promises. */
	@Param({ "true", "false" })
	public boolean protections;

	private int underWay;

	@SuppressWarnings("NullAway.Init") // set by JMH's setup
	private LinkNode backend;

	@SuppressWarnings("NullAway.Init") // set by JMH's setup
	private LinkNode distributor;

	@Setup(Level.Trial)
	public void open() throws InterruptedException {
		this.distributor = node(NodeRole.DISTRIBUTOR, this.arrivals);
		this.backend = node(NodeRole.BACKEND, new Arrivals());
		while (this.backend.nodes().isEmpty() || this.distributor.nodes().isEmpty()) {
			TimeUnit.MILLISECONDS.sleep(10);
		}
	}

	private LinkNode node(NodeRole role, LinkListener listener) {
		LinkNode node = new LinkNode(role, "benchmark", LinkOptions.DEFAULT, this.hub.port(),
				this.protections ? Protections.ALL : Protections.NONE);
		node.open(listener);
		return node;
	}

	@TearDown(Level.Trial)
	public void close() {
		this.backend.close();
		this.distributor.close();
	}

	@Benchmark
	@OperationsPerInvocation(BATCH)
	public void message() throws InterruptedException {
		for (int i = 0; i < BATCH; i++) {
			this.backend.send(this.distributor.id(), Map.of(), MESSAGE);
		}
		this.underWay++;
		if (this.underWay > WINDOW) {
			this.underWay--;
			this.arrivals.await(BATCH);
		}
	}

	/** Counts what arrives. */
	private static final class Arrivals implements LinkListener {

		private final Semaphore arrived = new Semaphore(0);

		void await(int count) throws InterruptedException {
			this.arrived.acquire(count);
		}

		@Override
		public void onMessage(NodeId sender, Map<String, String> headers, LinkMessage message) {
			this.arrived.release();
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
