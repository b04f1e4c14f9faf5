package io.distributor.autoconfigure.endpoint;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;

/**
 * Whom to disconnect: one socket, or all sockets of one user.
 *
 * @param namespace name of the namespace
 * @param socket id of a socket, or {@code null}
 * @param user name of a user, or {@code null}
 */
record Target(String namespace, @Nullable String socket, @Nullable String user) {

	/** The name of a room would select everybody in it. */
	private static final Pattern SOCKET_ID = Pattern.compile("[\\w-]{20}");

	static Target of(String namespace, @Nullable String socket, @Nullable String user) {
		if ((socket == null) == (user == null)) {
			throw invalid("socket, user: " + ((socket == null) ? "none" : "both") + " (expected: one of them)");
		}
		if (socket != null && !SOCKET_ID.matcher(socket).matches()) {
			throw invalid("socket: " + socket.length() + " characters (expected: the id of a socket, 20 characters)");
		}
		if (user != null && user.isEmpty()) {
			throw invalid("user: empty (expected: the name of a user)");
		}
		return new Target(namespace.startsWith("/") ? namespace : "/" + namespace, socket, user);
	}

	private static InvalidEndpointRequestException invalid(String message) {
		return new InvalidEndpointRequestException(message, message);
	}

}
