package io.distributor.engine.namespace;

import org.jspecify.annotations.Nullable;

/**
 * A client's wish to join a namespace. It is answered exactly once: every later answer
 * has no effect. May be used from any thread.
 */
public interface ConnectRequest {

	/**
	 * Returns the socket in question. It can join rooms and be sent packets already; the
	 * packets are held back and follow the answer, or are dropped with a refusal.
	 * @return the socket
	 */
	ClientSocket socket();

	/**
	 * Returns what the client sent as {@code auth}.
	 * @return UTF-8 bytes of a JSON object, or {@code null} if the client sent none
	 */
	byte @Nullable [] auth();

	/**
	 * Answers with CONNECT.
	 */
	void accept();

	/**
	 * Answers with CONNECT_ERROR; the socket is gone, {@link SocketHandler#onDisconnect}
	 * is not called.
	 * @param message text for the client
	 * @param data UTF-8 bytes of any JSON value for the client, or {@code null} for none
	 */
	void refuse(String message, byte @Nullable [] data);

}
