package io.distributor.engine.server;

/**
 * The port of the server belongs to another process.
 */
public final class PortInUseException extends EngineStartException {

	private final int port;

	/**
	 * Creates an exception.
	 * @param port the port
	 * @param cause why binding failed
	 */
	public PortInUseException(int port, Throwable cause) {
		super("port: " + port + " is in use (expected: a free one, or 0 for any free one)", cause);
		this.port = port;
	}

	/**
	 * Returns the port.
	 * @return the port in use
	 */
	public int port() {
		return this.port;
	}

}
