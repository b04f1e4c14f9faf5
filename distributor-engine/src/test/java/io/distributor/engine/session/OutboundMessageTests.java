package io.distributor.engine.session;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

import io.distributor.engine.protocol.engineio.PacketCodec;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of what is made of a message once.
 */
class OutboundMessageTests {

	private static final int THREADS = 8;

	private final AtomicInteger compressions = new AtomicInteger();

	private final UnaryOperator<byte[]> compression = (frames) -> {
		this.compressions.incrementAndGet();
		return new byte[] { 1 };
	};

	@Test
	void isCompressedOnceByThreadsThatAskAtTheSameTime() throws Exception {
		OutboundMessage message = message(List.of());
		CountDownLatch together = new CountDownLatch(THREADS);
		ExecutorService threads = Executors.newFixedThreadPool(THREADS);
		try {
			List<Future<byte[]>> frames = new ArrayList<>();
			for (int i = 0; i < THREADS; i++) {
				frames.add(threads.submit(() -> {
					together.countDown();
					together.await();
					return message.frames(PacketCodec.REVISION_4, this.compression);
				}));
			}
			byte[] first = frames.get(0).get();
			for (Future<byte[]> each : frames) {
				assertThat(each.get()).isSameAs(first);
			}
		}
		finally {
			threads.shutdown();
		}
		assertThat(this.compressions).hasValue(1);
	}

	@Test
	void isSentUncompressedToOthersAllTheSame() {
		OutboundMessage message = message(List.of(new byte[3]));
		assertThat(message.frames(PacketCodec.REVISION_4, this.compression)).containsExactly(1);
		assertThat(message.frames(PacketCodec.REVISION_4)).hasSize(2 + 6 + 2 + 3);
	}

	@Test
	void isCompressedForAllRevisionsAlikeUnlessItIsBinary() {
		OutboundMessage text = message(List.of());
		assertThat(text.frames(PacketCodec.REVISION_3, this.compression))
			.isSameAs(text.frames(PacketCodec.REVISION_4, this.compression));
		OutboundMessage binary = message(List.of(new byte[3]));
		assertThat(binary.frames(PacketCodec.REVISION_3, this.compression))
			.isEqualTo(binary.frames(PacketCodec.REVISION_3));
		assertThat(this.compressions).hasValue(1);
	}

	private static OutboundMessage message(List<byte[]> binaries) {
		return new OutboundMessage("hello".getBytes(StandardCharsets.UTF_8), binaries, false);
	}

}
