package io.distributor.engine.transport;

import io.distributor.engine.protocol.engineio.RequestError;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;

/**
 * An HTTP request waiting for its response. All methods may be called from any thread.
 */
public interface HttpExchange {

	/**
	 * Returns what allocates the body of the response.
	 * @return the allocator
	 */
	ByteBufAllocator allocator();

	/**
	 * The response that follows tells the client that a session was opened.
	 * @param sessionId id of the session
	 */
	default void opens(String sessionId) {
	}

	/**
	 * Responds. Without effect if the request was answered already or its connection is
	 * gone.
	 * @param status HTTP status
	 * @param contentType media type of the body
	 * @param body the body, released in any case
	 */
	void respond(int status, String contentType, ByteBuf body);

	/**
	 * Responds with an error.
	 * @param error the error
	 */
	default void refuse(RequestError error) {
		respond(error.status(), "application/json", Unpooled.wrappedBuffer(error.body()));
	}

}
