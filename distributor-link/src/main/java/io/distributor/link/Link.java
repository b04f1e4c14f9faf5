package io.distributor.link;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

import io.distributor.link.message.LinkMessage;
import io.distributor.link.presence.ForwardingAddress;
import io.distributor.link.presence.Node;
import io.distributor.link.presence.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * One node's end of the link. May be used from any thread.
 * <p>
 * What one node sends is handled by each receiver in the order it was sent, whether sent
 * to it alone or broadcast: both carry the same numbers, counted per receiver.
 */
public interface Link extends AutoCloseable {

	/**
	 * Returns the id of this node: new at each start of the process, and again when
	 * others took this node for dead. In that case all nodes are
	 * {@linkplain LinkListener#onNodeGone gone} first, and those that live appear again
	 * as if this node had just started; what was sent and not acknowledged is dropped.
	 * @return the id
	 */
	NodeId id();

	/**
	 * Opens the link, connects in the background and announces this node.
	 * @param listener what hears this link
	 */
	void open(LinkListener listener);

	/**
	 * Sends a message to one node.
	 * @param receiver the node
	 * @param headers tracing and the like, usually empty
	 * @param message the message
	 * @throws LinkOverloadedException if too much is waiting for that node already and
	 * the message may not be dropped
	 */
	void send(NodeId receiver, Map<String, String> headers, LinkMessage message);

	/**
	 * Sends a message once, for all distributors that listen to a namespace.
	 * @param namespace name of the namespace
	 * @param headers tracing and the like, usually empty
	 * @param message the message
	 * @throws LinkOverloadedException if too much is waiting already and the message may
	 * not be dropped
	 */
	void broadcast(String namespace, Map<String, String> headers, LinkMessage message);

	/**
	 * Hears the broadcasts of a namespace from now on: of every backend that owns it or
	 * comes to own it.
	 * @param namespace name of the namespace
	 */
	void listen(String namespace);

	/**
	 * Takes back {@link #listen}.
	 * @param namespace name of the namespace
	 */
	void unlisten(String namespace);

	/**
	 * Changes what this node says of itself and tells all others at once.
	 * @param namespaces namespaces it owns, empty for a distributor
	 * @param draining whether it is leaving and takes no new work
	 * @throws IllegalArgumentException if there are more than {@link Node#MAX_NAMESPACES}
	 * namespaces, or one is longer than {@link Node#MAX_NAMESPACE_LENGTH}
	 */
	void announce(Set<String> namespaces, boolean draining);

	/**
	 * Changes where this node takes requests for its sessions that reached another one,
	 * and tells all others at once. A link that does not tell others of this node may
	 * leave it.
	 * @param forwarding the address, or {@code null} for nowhere
	 */
	default void announceForwarding(@Nullable ForwardingAddress forwarding) {
	}

	/**
	 * Returns the other nodes that are alive now.
	 * @return the nodes, a snapshot
	 */
	Collection<Node> nodes();

	/**
	 * Returns whether the link can send now.
	 * @return whether it is up
	 */
	boolean isUp();

	/**
	 * Writes out what was sent, says goodbye and frees everything.
	 */
	@Override
	void close();

}
