package io.distributor.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

import io.distributor.engine.protocol.socketio.EventPacket;
import io.distributor.engine.protocol.socketio.PacketArguments;
import io.distributor.engine.protocol.socketio.PacketEncoder;

/**
 * What it costs to put a packet for clients together.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PacketEncodeBenchmark {

	private final EventPacket chat = event(
			"[\"message\",{\"room\":\"general\",\"text\":\"Good morning, how are you?\"}]");

	private final EventPacket large = event("[\"list\",\"" + "x".repeat(10_000) + "\"]");

	/** An event of 80 bytes. */
	@Benchmark
	public byte[] chatMessage() {
		return PacketEncoder.encode(this.chat);
	}

	/** An event of 10 kB. */
	@Benchmark
	public byte[] largeEvent() {
		return PacketEncoder.encode(this.large);
	}

	private static EventPacket event(String json) {
		return new EventPacket("/chat", EventPacket.NO_ID,
				new PacketArguments(json.getBytes(StandardCharsets.UTF_8), List.of()));
	}

}
