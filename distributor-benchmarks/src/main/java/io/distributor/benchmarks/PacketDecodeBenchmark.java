package io.distributor.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

import io.distributor.engine.protocol.socketio.DecoderLimits;
import io.distributor.engine.protocol.socketio.Packet;
import io.distributor.engine.protocol.socketio.PacketDecoder;
import io.distributor.engine.protocol.socketio.PacketDecoderFactory;

/**
 * What it costs to check a packet of a client.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PacketDecodeBenchmark {

	private final PacketDecoder decoder = new PacketDecoderFactory(DecoderLimits.DEFAULTS).createDecoder();

	private final ByteBuf chat = text(
			"2/chat,17[\"postMessage\",{\"room\":\"general\",\"text\":\"Good morning, how are you?\"}]");

	private final ByteBuf large = text(
			"2/chat,[\"import\"" + ",{\"id\":12345,\"name\":\"grüße\",\"tags\":[1,2,3]}".repeat(200) + "]");

	private final ByteBuf binary = text("51-/chat,[\"upload\",\"photo.png\",{\"_placeholder\":true,\"num\":0}]");

	private final ByteBuf attachment = Unpooled.wrappedBuffer(new byte[1024]);

	/** An event of 80 bytes with an acknowledgement id. */
	@Benchmark
	public @Nullable Packet chatMessage() {
		return this.decoder.decodeText(this.chat.readerIndex(0));
	}

	/** An event of 10 kB, 200 objects. */
	@Benchmark
	public @Nullable Packet largeEvent() {
		return this.decoder.decodeText(this.large.readerIndex(0));
	}

	/** An event with one attachment of 1 kB. */
	@Benchmark
	public @Nullable Packet binaryEvent() {
		this.decoder.decodeText(this.binary.readerIndex(0));
		return this.decoder.decodeBinary(this.attachment.readerIndex(0));
	}

	private static ByteBuf text(String text) {
		return Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);
	}

}
