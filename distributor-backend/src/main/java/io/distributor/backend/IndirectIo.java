package io.distributor.backend;

/**
 * Socket.IO's server, for a process that holds no connection. As a namespace it is the
 * first one this backend owns; {@link #of} gives the others. May be used from any thread.
 */
public interface IndirectIo extends Namespace {

	/**
	 * Returns a namespace, and makes this backend its owner.
	 * @param namespace its name, with or without the leading slash
	 * @return the namespace, the same each time
	 */
	Namespace of(String namespace);

}
