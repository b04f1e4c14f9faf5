package io.distributor.engine.fuzz;

import java.lang.management.ManagementFactory;

import com.sun.management.ThreadMXBean;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Checks how much memory an input makes a decoder take.
 */
final class AllocatedBytes {

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	/** What a decoder may take for any input, JSON of the greatest depth, too. */
	private static final int FOR_ANY_INPUT = 128 * 1024;

	private static final int FOR_EACH_BYTE = 64;

	private AllocatedBytes() {
	}

	/** Decodes twice, and measures the second time: the first one may load classes. */
	static void check(int inputLength, Runnable decoding) {
		decoding.run();
		long before = THREADS.getCurrentThreadAllocatedBytes();
		decoding.run();
		assertThat(THREADS.getCurrentThreadAllocatedBytes() - before)
			.isLessThan(FOR_ANY_INPUT + (long) FOR_EACH_BYTE * inputLength);
	}

}
