package io.distributor.engine.session;

/**
 * The transports of Engine.IO.
 */
public enum TransportType {

	/** HTTP long-polling. */
	POLLING("polling"),

	/** WebSocket. */
	WEBSOCKET("websocket");

	private final String protocolName;

	TransportType(String protocolName) {
		this.protocolName = protocolName;
	}

	/**
	 * Returns the name of this transport in the protocol.
	 * @return the value of the {@code transport} query parameter
	 */
	public String protocolName() {
		return this.protocolName;
	}

}
