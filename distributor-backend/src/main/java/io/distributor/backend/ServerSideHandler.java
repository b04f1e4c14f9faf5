package io.distributor.backend;

import org.jspecify.annotations.Nullable;

/**
 * Handles events of other backend instances of the namespace.
 */
@FunctionalInterface
public interface ServerSideHandler {

	/**
	 * Handles an event. Those of one instance are handled one after another, in the order
	 * they were emitted; a returned stage goes on beside the next ones.
	 * @param event the event
	 * @return the argument of the answer, if the sender waits for one: a value or
	 * {@code null}, or a {@code CompletionStage} of it
	 * @throws Exception is logged; to the sender, this instance is one that did not
	 * answer
	 */
	@Nullable Object handle(ServerSideEvent event) throws Exception;

}
