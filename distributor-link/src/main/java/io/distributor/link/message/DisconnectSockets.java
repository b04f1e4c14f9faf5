package io.distributor.link.message;

/**
 * Selected sockets are put out of the namespace.
 *
 * @param namespace name of the namespace
 * @param selection which sockets
 * @param closeConnection whether to close their whole connections, with all namespaces
 * @param requestId asks for {@link RequestDone} with this id; 0 asks for nothing
 */
public record DisconnectSockets(String namespace, Selection selection, boolean closeConnection,
		long requestId) implements BackendMessage {

	@Override
	public void deliverTo(Handler handler) {
		handler.onDisconnectSockets(this);
	}

}
