package io.distributor.link.signature;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers the last stamp of each publisher on each channel, so that no frame is heard
 * twice. Only frames with a valid signature get here. Used by one thread.
 */
final class RecentStamps {

	private static final int MAX_PUBLISHERS = 4_096;

	private static final int MAX_CHANNELS = 4_096;

	private final Map<Long, Map<String, Long>> publishers = new LinkedHashMap<>(16, 0.75f, true) {

		@Override
		protected boolean removeEldestEntry(Map.Entry<Long, Map<String, Long>> eldest) {
			return size() > MAX_PUBLISHERS;
		}

	};

	/**
	 * Takes a stamp.
	 * @param publisher who gave it
	 * @param channel on which channel
	 * @param stamp the stamp
	 * @return whether it is higher than the last one
	 */
	boolean advance(long publisher, String channel, long stamp) {
		Map<String, Long> channels = this.publishers.computeIfAbsent(publisher, (absent) -> new HashMap<>(4));
		Long last = channels.get(channel);
		if (last != null && stamp <= last) {
			return false;
		}
		if (last == null && channels.size() >= MAX_CHANNELS) {
			channels.clear();
		}
		channels.put(channel, stamp);
		return true;
	}

}
