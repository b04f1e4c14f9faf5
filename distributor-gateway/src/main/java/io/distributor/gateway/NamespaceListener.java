package io.distributor.gateway;

/**
 * Hears in which namespaces a distributor holds sockets. Called on event loops; must not
 * block. What is told of one namespace comes in order.
 */
public interface NamespaceListener {

	/**
	 * The first socket of a namespace comes.
	 * @param namespace name of the namespace
	 */
	void onServed(String namespace);

	/**
	 * There has been no socket of a namespace for a while
	 * ({@link GatewayOptions#namespaceLinger()}).
	 * @param namespace name of the namespace
	 */
	void onEnded(String namespace);

}
