package io.distributor.engine.session;

/**
 * Why a session or a socket ended, and what the client is told: the text is the reason
 * string of Socket.IO's server, the numbers are the HTTP status that answers a request
 * met by the end and the close code of a websocket (RFC 6455, section 7.4.1).
 */
public enum CloseReason {

	/** The client closed the connection. */
	TRANSPORT_CLOSE("transport close", 200, 1000),

	/** The connection failed. */
	TRANSPORT_ERROR("transport error", 400, 1002),

	/** No heartbeat arrived in time. */
	PING_TIMEOUT("ping timeout", 400, 1008),

	/** A packet could not be decoded. */
	PARSE_ERROR("parse error", 400, 1007),

	/** The server closed the whole connection. */
	FORCED_CLOSE("forced close", 200, 1000),

	/** No namespace was joined in time. */
	FORCED_SERVER_CLOSE("forced server close", 200, 1008),

	/** The server shuts down. */
	SERVER_SHUTTING_DOWN("server shutting down", 200, 1001),

	/** The client left the namespace. */
	CLIENT_NAMESPACE_DISCONNECT("client namespace disconnect", 200, 1000),

	/** The server put the client out of the namespace. */
	SERVER_NAMESPACE_DISCONNECT("server namespace disconnect", 200, 1000),

	/** The client did not read what was sent to it. */
	SLOW_CONSUMER("transport close", 400, 1008),

	/** A message of the client was larger than allowed. */
	PAYLOAD_TOO_LARGE("transport close", 413, 1009);

	private final String text;

	private final int httpStatus;

	private final int closeCode;

	CloseReason(String text, int httpStatus, int closeCode) {
		this.text = text;
		this.httpStatus = httpStatus;
		this.closeCode = closeCode;
	}

	/**
	 * Returns the reason as Socket.IO's server names it.
	 * @return the reason string
	 */
	public String text() {
		return this.text;
	}

	/**
	 * Returns the status that answers a POST request which met this end.
	 * @return HTTP status
	 */
	public int httpStatus() {
		return this.httpStatus;
	}

	/**
	 * Returns the close code a websocket is closed with.
	 * @return WebSocket close code
	 */
	public int closeCode() {
		return this.closeCode;
	}

}
