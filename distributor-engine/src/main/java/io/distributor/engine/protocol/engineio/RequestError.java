package io.distributor.engine.protocol.engineio;

import java.nio.charset.StandardCharsets;

/**
 * Why a request was refused: code and message as the reference server gives them.
 */
public enum RequestError {

	/** The transport is missing, unknown or switched off. */
	UNKNOWN_TRANSPORT(400, 0, "Transport unknown"),

	/** There is no such session. */
	UNKNOWN_SESSION(400, 1, "Session ID unknown"),

	/** A session can be opened by GET only. */
	BAD_HANDSHAKE_METHOD(400, 2, "Bad handshake method"),

	/** The request does not fit the session or is malformed. */
	BAD_REQUEST(400, 3, "Bad request"),

	/** The origin is not allowed. */
	FORBIDDEN(403, 4, "Forbidden"),

	/** The server does not speak this revision of the protocol. */
	UNSUPPORTED_PROTOCOL_VERSION(400, 5, "Unsupported protocol version"),

	/** The server opens no session now: it is full or about to stop. */
	UNAVAILABLE(503, 3, "Service unavailable"),

	/** The address of the client has too many sessions, or opens them too fast. */
	TOO_MANY_SESSIONS(429, 3, "Too many connections from this address");

	private final int status;

	private final int code;

	private final String message;

	RequestError(int status, int code, String message) {
		this.status = status;
		this.code = code;
		this.message = message;
	}

	/**
	 * Returns the HTTP status of the answer.
	 * @return the status
	 */
	public int status() {
		return this.status;
	}

	/**
	 * Returns the code in the answer.
	 * @return the code
	 */
	public int code() {
		return this.code;
	}

	/**
	 * Returns the body of the answer.
	 * @return UTF-8 bytes of a JSON object
	 */
	public byte[] body() {
		return ("{\"code\":" + this.code + ",\"message\":\"" + this.message + "\"}").getBytes(StandardCharsets.UTF_8);
	}

}
