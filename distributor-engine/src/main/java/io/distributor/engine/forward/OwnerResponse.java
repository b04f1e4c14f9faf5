package io.distributor.engine.forward;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;

/**
 * Hears the answer of another server. Called on the event loop of the client's
 * connection.
 */
public interface OwnerResponse {

	/**
	 * A piece of the answer has come: its head, content, or the last content, which ends
	 * it.
	 * @param piece the piece, to be released here
	 */
	void onPiece(HttpObject piece);

	/**
	 * What the other server has sent so far was handed over.
	 * @param connection the connection to it; reading may be paused
	 */
	void onPause(OwnerConnection connection);

	/**
	 * The other server has accepted a websocket. What it says from now on is read when
	 * this returns.
	 * @param head the answer to the handshake
	 * @param owner the connection to it
	 */
	void onWebSocket(HttpResponse head, Channel owner);

	/**
	 * There is no answer, or no more of it.
	 * @param cause why
	 */
	void onFailure(Throwable cause);

}
