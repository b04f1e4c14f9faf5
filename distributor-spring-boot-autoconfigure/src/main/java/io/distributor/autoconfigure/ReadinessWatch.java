package io.distributor.autoconfigure;

import io.distributor.lifecycle.DistributorLifecycle;

import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationListener;

/**
 * Lets a distributor leave when its application refuses traffic: its clients are traffic.
 */
final class ReadinessWatch implements ApplicationListener<AvailabilityChangeEvent<ReadinessState>> {

	private final DistributorLifecycle lifecycle;

	ReadinessWatch(DistributorLifecycle lifecycle) {
		this.lifecycle = lifecycle;
	}

	@Override
	public void onApplicationEvent(AvailabilityChangeEvent<ReadinessState> event) {
		if (event.getState() == ReadinessState.REFUSING_TRAFFIC) {
			this.lifecycle.leave();
		}
	}

}
