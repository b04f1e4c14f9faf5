package io.distributor.rest;

import io.distributor.backend.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * What requests are carried out by. May be used from any thread.
 */
public interface RestBackend {

	/**
	 * Returns whether what is emitted now is sent.
	 * @return whether the backend runs and its link is up
	 */
	boolean isReady();

	/**
	 * Finds a namespace.
	 * @param name its name or pattern, with or without the leading slash
	 * @return the namespace, or {@code null} if this backend does not own it
	 */
	@Nullable Namespace namespace(String name);

}
