package io.distributor.engine.server;

import io.distributor.engine.transport.DeadlineQueue;
import io.distributor.engine.transport.LoopTimer;

/**
 * Deadlines of the HTTP connections of an event loop.
 *
 * @param requests of requests that are being received
 * @param idle of connections between two requests
 */
record HttpDeadlines(DeadlineQueue requests, DeadlineQueue idle) {

	static HttpDeadlines of(LoopTimer timer, HttpOptions options) {
		return new HttpDeadlines(timer.queue(options.requestTimeout()), timer.queue(options.idleTimeout()));
	}

}
