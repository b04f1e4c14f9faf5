package io.distributor.benchmarks.peer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;

import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorMetricProvider;

/**
 * Answers the line {@code memory} on the standard input with what is live: the heap after
 * a full collection, and direct memory.
 */
final class MemoryAnswers {

	private MemoryAnswers() {
	}

	static void start() {
		Thread thread = new Thread(MemoryAnswers::answer, "memory-answers");
		thread.setDaemon(true);
		thread.start();
	}

	private static void answer() {
		BufferedReader reader = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
		try {
			while ("memory".equals(reader.readLine())) {
				System.gc();
				// What was waiting for a reference to be cleared is garbage now.
				System.gc();
				System.out.println("live memory: " + (heap() + direct()));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static long heap() {
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}

	/** The pools of the JDK count buffers of Netty or not, depending on its version. */
	private static long direct() {
		long pools = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class)
			.stream()
			.mapToLong(BufferPoolMXBean::getMemoryUsed)
			.sum();
		long netty = (ByteBufAllocator.DEFAULT instanceof ByteBufAllocatorMetricProvider provider)
				? provider.metric().usedDirectMemory() : 0;
		return Math.max(pools, netty);
	}

}
