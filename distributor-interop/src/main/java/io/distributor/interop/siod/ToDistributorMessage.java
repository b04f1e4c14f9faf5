package io.distributor.interop.siod;

import java.util.Map;

import io.distributor.link.message.Payload;
import org.jspecify.annotations.Nullable;

/**
 * What a backend of the original tells distributors.
 */
sealed interface ToDistributorMessage {

	/**
	 * The answer to an event.
	 *
	 * @param namespace name of the namespace
	 * @param socketId id of the socket
	 * @param callbackId id of the callback
	 * @param payload arguments of the answer
	 */
	record Callback(String namespace, String socketId, long callbackId,
			Payload payload) implements ToDistributorMessage {

	}

	/**
	 * All clients of a namespace are disconnected.
	 *
	 * @param namespace name of the namespace
	 */
	record Close(String namespace) implements ToDistributorMessage {

	}

	/**
	 * Something applications agreed upon.
	 *
	 * @param fields the fields of the message
	 */
	record Custom(Map<String, @Nullable Object> fields) implements ToDistributorMessage {

	}

}
