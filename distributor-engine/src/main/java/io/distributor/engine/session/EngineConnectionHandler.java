package io.distributor.engine.session;

/**
 * Hears of new sessions.
 */
@FunctionalInterface
public interface EngineConnectionHandler {

	/**
	 * A session was opened. Called on its event loop, must not block.
	 * @param session the session
	 * @return what hears the session from now on
	 */
	EngineSessionHandler onOpen(EngineSession session);

}
