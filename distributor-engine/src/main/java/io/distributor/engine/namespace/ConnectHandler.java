package io.distributor.engine.namespace;

/**
 * Decides about clients that want to join a namespace.
 */
@FunctionalInterface
public interface ConnectHandler {

	/**
	 * A client asked to join a namespace. Called on its event loop, must not block; the
	 * answer is given later, from any thread, by {@link ConnectRequest#accept()} or
	 * {@link ConnectRequest#refuse}.
	 * @param request the request
	 * @return what hears the socket from now on, also while it is connecting
	 */
	SocketHandler onConnect(ConnectRequest request);

}
