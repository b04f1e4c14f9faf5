package io.distributor.backend.remote;

import java.util.Collection;

import io.distributor.link.message.LinkMessage;
import io.distributor.link.presence.NodeId;

/**
 * Nodes that can be asked. May be used from any thread.
 *
 * @param <M> type of what they are told
 */
public interface Receivers<M extends LinkMessage> {

	/**
	 * Returns those that live.
	 * @return their ids
	 */
	Collection<NodeId> ids();

	/**
	 * Returns whether one lives.
	 * @param id its id
	 * @return whether it does
	 */
	boolean isLive(NodeId id);

	/**
	 * Describes one for people.
	 * @param id its id
	 * @return name and id
	 */
	String describe(NodeId id);

	/**
	 * Sends a message; nothing happens if the receiver is gone.
	 * @param receiver whom
	 * @param message the message
	 * @throws io.distributor.link.LinkOverloadedException if the link is full
	 */
	void send(NodeId receiver, M message);

}
