package io.distributor.backend.remote;

import java.util.Set;

import io.distributor.link.message.LinkMessage;
import io.distributor.link.presence.NodeId;

/**
 * Makes one result of what the nodes answer that were asked. Called by one thread at a
 * time, for one request.
 *
 * @param <R> type of the result
 */
public interface AnswerCollector<R> {

	/**
	 * A node has answered.
	 * @param sender the node
	 * @param answer what it says
	 * @return whether it has nothing more to say
	 */
	boolean add(NodeId sender, LinkMessage answer);

	/**
	 * All nodes have answered or are gone, or the time is over.
	 * @param silent nodes that did not answer, for people
	 * @return the result
	 */
	R result(Set<String> silent);

	/**
	 * There is a result or a failure: what was kept for it is not needed any more. Called
	 * once, after everything else.
	 */
	default void close() {
	}

}
