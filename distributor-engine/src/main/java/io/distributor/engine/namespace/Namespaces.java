package io.distributor.engine.namespace;

/**
 * Gives the namespaces of a server. May be used from any thread.
 */
@FunctionalInterface
public interface Namespaces {

	/**
	 * Returns a namespace; it exists as long as somebody holds it or a socket is in it.
	 * @param name its name, beginning with a slash
	 * @return the namespace
	 */
	Namespace namespace(String name);

}
