package io.distributor.benchmarks.driver;

/**
 * What carries clients.
 */
public enum Transport {

	/** A websocket from the beginning. */
	WEBSOCKET,

	/** HTTP long polling: one connection for the polls, another for what is sent. */
	POLLING

}
