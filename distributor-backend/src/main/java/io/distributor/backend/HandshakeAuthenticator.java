package io.distributor.backend;

import org.jspecify.annotations.Nullable;

/**
 * Says who a client is, from what it sent when it connected. Asked before connect
 * handlers, and again by each home that adopts the socket: what it says stays in this
 * process. May be called from several threads at once, and may block; it is called on a
 * thread for handlers.
 */
@FunctionalInterface
public interface HandshakeAuthenticator {

	/**
	 * Authenticates a client.
	 * @param namespace name of the namespace it wants to join, beginning with a slash
	 * @param handshake what it sent, with {@link Handshake#auth}
	 * @return who it is, or {@code null} to let it in without a user
	 * @throws UnauthorizedException to refuse it as {@code Unauthorized}
	 * @throws ConnectionRefusedException to refuse it with a text and data of one's
	 * choice
	 * @throws Exception to refuse it with a general text, because nobody can say who it
	 * is; logged as a failure
	 */
	@Nullable AuthenticatedUser authenticate(String namespace, Handshake handshake) throws Exception;

}
