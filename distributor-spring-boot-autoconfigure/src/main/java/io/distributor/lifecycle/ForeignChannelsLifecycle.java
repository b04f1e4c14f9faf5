package io.distributor.lifecycle;

import io.distributor.interop.channel.ForeignChannels;

import org.springframework.context.SmartLifecycle;

/**
 * The life of the channels of others: they are there before and after every role that
 * uses them. What was stopped cannot be started again, so it is not paused between tests
 * either.
 */
public final class ForeignChannelsLifecycle implements SmartLifecycle {

	private final ForeignChannels channels;

	private volatile boolean running;

	/**
	 * Creates the lifecycle.
	 * @param channels the channels, not open yet
	 */
	public ForeignChannelsLifecycle(ForeignChannels channels) {
		this.channels = channels;
	}

	@Override
	public void start() {
		this.running = true;
		this.channels.open();
	}

	@Override
	public void stop() {
		this.running = false;
		this.channels.close();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public boolean isPauseable() {
		return false;
	}

	@Override
	public int getPhase() {
		return RoleLifecycle.BACKEND_PHASE - 1;
	}

}
