package io.distributor.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.netty.buffer.Unpooled;
import io.netty.channel.DefaultEventLoop;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

import io.distributor.engine.namespace.ConnectRequest;
import io.distributor.engine.namespace.Namespace;
import io.distributor.engine.namespace.NamespaceOptions;
import io.distributor.engine.namespace.NamespaceServer;
import io.distributor.engine.namespace.OutboundPacket;
import io.distributor.engine.namespace.RoomSelector;
import io.distributor.engine.namespace.SocketHandler;
import io.distributor.engine.protocol.socketio.PacketArguments;
import io.distributor.engine.session.EngineSessionHandler;

/**
 * What a broadcast costs above the transports: encoding, one hop to the event loop, and
 * going through the sockets there.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FanOutBenchmark {

	private static final RoomSelector ROOM = new RoomSelector(Set.of("room"), Set.of());

	private final DefaultEventLoop loop = new DefaultEventLoop();

	private final NamespaceServer server = new NamespaceServer(NamespaceOptions.DEFAULTS, this::join);

	private final Namespace namespace = this.server.namespace("/chat");

	private final PacketArguments arguments = new PacketArguments(
			"[\"message\",{\"text\":\"Good morning\"}]".getBytes(StandardCharsets.UTF_8), List.of());

	/** Sockets of the event loop, all in one room. */
	@Param({ "1", "100", "10000" })
	public int sockets;

	@Setup
	public void connect() {
		for (int i = 0; i < this.sockets; i++) {
			CountingSession session = new CountingSession(this.loop);
			this.loop.submit(() -> {
				EngineSessionHandler handler = this.server.onOpen(session);
				handler.onText(Unpooled.copiedBuffer("0/chat,", StandardCharsets.UTF_8));
			}).syncUninterruptibly();
		}
		awaitLoop();
	}

	@TearDown
	public void stop() {
		this.loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
	}

	@Benchmark
	public void toAll() {
		this.namespace.broadcast(RoomSelector.ALL, packet());
		awaitLoop();
	}

	@Benchmark
	public void toRoom() {
		this.namespace.broadcast(ROOM, packet());
		awaitLoop();
	}

	private OutboundPacket packet() {
		return OutboundPacket.event("/chat", SocketHandler.NO_ACK, this.arguments, false);
	}

	private SocketHandler join(ConnectRequest request) {
		request.socket().join(List.of("room"));
		request.accept();
		return new SilentSocket();
	}

	private void awaitLoop() {
		this.loop.submit(() -> {
		}).syncUninterruptibly();
	}

}
