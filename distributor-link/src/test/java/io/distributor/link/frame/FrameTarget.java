package io.distributor.link.frame;

import java.lang.management.ManagementFactory;

import com.sun.management.ThreadMXBean;
import io.distributor.link.presence.NodeId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Frames of the link.
 */
public final class FrameTarget {

	static final NodeId SENDER = new NodeId("sender");

	static final NodeId READER = new NodeId("reader");

	/** What a decoder may take for any frame: its own objects, and an exception. */
	private static final int FOR_ANY_FRAME = 128 * 1024;

	/**
	 * An entry of a map with an empty name and an empty list is two bytes on the wire.
	 */
	private static final int FOR_EACH_BYTE = 128;

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private static final FrameDecoder DECODER = new FrameDecoder();

	private FrameTarget() {
	}

	/** Reads twice, and measures the second time: the first one may load classes. */
	public static void fuzzerTestOneInput(byte[] frame) {
		read(frame);
		long before = THREADS.getCurrentThreadAllocatedBytes();
		read(frame);
		assertThat(THREADS.getCurrentThreadAllocatedBytes() - before)
			.isLessThan(FOR_ANY_FRAME + (long) FOR_EACH_BYTE * frame.length);
	}

	private static void read(byte[] frame) {
		try {
			assertThat(DECODER.decode(frame, READER)).isNotNull();
		}
		catch (MalformedFrameException ex) {
			assertThat(ex.getMessage()).hasSizeBetween(1, 300);
			assertThat(ex.getMessage().chars().noneMatch(Character::isISOControl)).isTrue();
		}
	}

}
