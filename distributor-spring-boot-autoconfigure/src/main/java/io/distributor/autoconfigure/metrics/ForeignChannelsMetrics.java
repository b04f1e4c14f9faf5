package io.distributor.autoconfigure.metrics;

import io.distributor.interop.channel.ForeignChannels;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Meters of what is published for others on the same Redis.
 */
class ForeignChannelsMetrics implements MeterBinder {

	private final ForeignChannels channels;

	ForeignChannelsMetrics(ForeignChannels channels) {
		this.channels = channels;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		new Meters<>(registry, this.channels, "distributor.interop.", Tags.empty())
			.gauge("up", "1 while others are heard", (channels) -> channels.isUp() ? 1 : 0)
			.counter("published", "Messages published for others", (channels) -> channels.statistics().published())
			.counter("dropped", "Messages for others not published because too many waited",
					(channels) -> channels.statistics().dropped())
			.bytes("queue", "Messages for others that wait to be published",
					(channels) -> channels.statistics().queuedBytes())
			.bytes("queue.limit", "Messages for others that may wait", ForeignChannels::maxQueuedBytes);
	}

}
