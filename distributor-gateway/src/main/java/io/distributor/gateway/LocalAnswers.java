package io.distributor.gateway;

import io.distributor.link.message.Payload;

/**
 * Hears what clients answer to an event. Called on event loops, by several at once; must
 * not block.
 */
@FunctionalInterface
public interface LocalAnswers {

	/**
	 * A client answered, once.
	 * @param socketId public id of its socket
	 * @param payload arguments of the answer
	 */
	void onAnswer(String socketId, Payload payload);

}
