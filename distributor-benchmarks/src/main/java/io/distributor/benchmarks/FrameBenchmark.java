package io.distributor.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.distributor.link.frame.Frame;
import io.distributor.link.frame.FrameDecoder;
import io.distributor.link.frame.FrameEncoder;
import io.distributor.link.frame.FrameEntry;
import io.distributor.link.frame.InboxFrame;
import io.distributor.link.frame.MessageEntry;
import io.distributor.link.message.EventAnswer;
import io.distributor.link.message.Payload;
import io.distributor.link.presence.NodeId;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What it costs to encode and to decode a frame of the link: one message alone, as
 * without load, and many in one frame.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FrameBenchmark {

	private static final NodeId SENDER = new NodeId("0123456789ab");

	private static final NodeId READER = new NodeId("ba9876543210");

	private static final FrameEntry ENTRY = new MessageEntry(Map.of(),
			new EventAnswer("/chat", "0123456789abcdefghij", 1, 7, new Payload(
					"[\"The quick brown fox jumps over the lazy dog\"]".getBytes(StandardCharsets.UTF_8), List.of())));

	/** How many messages are in the frame. */
	@Param({ "1", "100" })
	public int messages;

	private final FrameEncoder encoder = new FrameEncoder();

	private final FrameDecoder decoder = new FrameDecoder();

	@SuppressWarnings("NullAway.Init") // set by JMH's setup
	private Frame frame;

	private byte[] bytes = {};

	@Setup
	public void fill() {
		this.frame = new InboxFrame(SENDER, 1_000, 2_000, Collections.nCopies(this.messages, ENTRY), false);
		this.bytes = this.encoder.encode(this.frame);
	}

	@Benchmark
	public byte[] encode() {
		return this.encoder.encode(this.frame);
	}

	@Benchmark
	public Frame decode() {
		return this.decoder.decode(this.bytes, READER);
	}

}
