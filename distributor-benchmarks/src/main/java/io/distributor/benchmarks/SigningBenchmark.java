package io.distributor.benchmarks;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.distributor.link.LinkSecrets;
import io.distributor.link.port.LinkPort;
import io.distributor.link.port.LinkPortListener;
import io.distributor.link.protocol.LinkCounters;
import io.distributor.link.signature.SignedLinkPort;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What it costs to sign a frame, and to check it at one receiver.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SigningBenchmark implements LinkPortListener {

	/** Bytes of the frame: a message alone, and a full frame. */
	@Param({ "200", "65536" })
	public int size;

	private final Loop loop = new Loop();

	private final LinkPort port = new SignedLinkPort(this.loop,
			LinkSecrets.of("0123456789abcdef0123456789abcdef", null, Duration.ofMinutes(1)), new LinkCounters());

	private byte[] frame = {};

	private int heard;

	/** Creates the port. */
	public SigningBenchmark() {
		this.port.open(this);
	}

	/** Signs and checks one frame. */
	@Benchmark
	public int signAndCheck() {
		if (this.frame.length != this.size) {
			this.frame = new byte[this.size];
		}
		this.port.publish("distributor:node:0123456789ab", this.frame);
		return this.heard;
	}

	@Override
	public void onFrame(String channel, byte[] frame) {
		this.heard += frame.length;
	}

	@Override
	public void onUp() {
	}

	@Override
	public void onDown(String reason) {
	}

	private static final class Loop implements LinkPort {

		private @Nullable LinkPortListener listener;

		@Override
		public void open(LinkPortListener listener) {
			this.listener = listener;
		}

		@Override
		public void publish(String channel, byte[] frame) {
			if (this.listener != null) {
				this.listener.onFrame(channel, frame);
			}
		}

		@Override
		public void flush() {
		}

		@Override
		public void subscribe(String channel) {
		}

		@Override
		public void unsubscribe(String channel) {
		}

		@Override
		public void close() {
		}

	}

}
