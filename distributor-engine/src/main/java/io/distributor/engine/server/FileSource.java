package io.distributor.engine.server;

import org.jspecify.annotations.Nullable;

/**
 * Knows the files that a server gives beside the protocol, such as the JavaScript client.
 * Called on event loops, by several threads at the same time: it must not wait for
 * anything.
 */
@FunctionalInterface
public interface FileSource {

	/** There are no files. */
	FileSource NONE = (name) -> null;

	/**
	 * Returns a file.
	 * @param name what the client asked for below the path of the server, such as
	 * {@code socket.io.min.js}: any text, not to be taken for a path of a file system
	 * @return the file, or {@code null} if there is none of exactly this name
	 */
	@Nullable ServedFile find(String name);

}
