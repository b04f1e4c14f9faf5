package io.distributor.tests.security;

import java.lang.management.ManagementFactory;

import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorMetricProvider;

/**
 * How much memory is in use after garbage collection.
 *
 * @param heap megabytes of objects
 * @param direct megabytes of Netty's allocator outside the heap
 */
record MemoryReading(long heap, long direct) {

	private static final int MEGABYTE = 1024 * 1024;

	static MemoryReading take() {
		// Twice: the first collection lets leaks be found and reference handlers run.
		System.gc();
		System.gc();
		long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
		long direct = (ByteBufAllocator.DEFAULT instanceof ByteBufAllocatorMetricProvider provider)
				? provider.metric().usedDirectMemory() : 0;
		return new MemoryReading(heap / MEGABYTE, direct / MEGABYTE);
	}

}
