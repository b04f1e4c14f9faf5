package io.distributor.engine.session;

/**
 * Why a session or a socket ended. The text is the reason string of Socket.IO's server.
 */
public enum CloseReason {

	/** The client closed the connection. */
	TRANSPORT_CLOSE("transport close"),

	/** The connection failed. */
	TRANSPORT_ERROR("transport error"),

	/** No heartbeat arrived in time. */
	PING_TIMEOUT("ping timeout"),

	/** A packet could not be decoded. */
	PARSE_ERROR("parse error"),

	/** The server closed the whole connection. */
	FORCED_CLOSE("forced close"),

	/** No namespace was joined in time. */
	FORCED_SERVER_CLOSE("forced server close"),

	/** The server shuts down. */
	SERVER_SHUTTING_DOWN("server shutting down"),

	/** The client left the namespace. */
	CLIENT_NAMESPACE_DISCONNECT("client namespace disconnect"),

	/** The server put the client out of the namespace. */
	SERVER_NAMESPACE_DISCONNECT("server namespace disconnect"),

	/** The client did not read what was sent to it. */
	SLOW_CONSUMER("transport close"),

	/** A message of the client was larger than allowed. */
	PAYLOAD_TOO_LARGE("transport close");

	private final String text;

	CloseReason(String text) {
		this.text = text;
	}

	/**
	 * Returns the reason as Socket.IO's server names it.
	 * @return the reason string
	 */
	public String text() {
		return this.text;
	}

}
