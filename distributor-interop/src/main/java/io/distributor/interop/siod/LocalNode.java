package io.distributor.interop.siod;

import java.util.Map;
import java.util.Set;

import io.distributor.link.LinkListener;
import io.distributor.link.message.LinkMessage;
import io.distributor.link.presence.Node;

/**
 * A node that lives in this process and looks like any other one to whoever uses a
 * {@link BridgedLink}. Methods may be called from any thread, and do not block.
 */
interface LocalNode {

	/**
	 * Returns what this node says of itself; it never changes.
	 */
	Node node();

	/**
	 * Begins.
	 * @param listener what hears this node; it may be called from any thread
	 */
	void open(LinkListener listener);

	/**
	 * Takes a message that was sent to this node alone.
	 * @throws io.distributor.link.LinkOverloadedException if too much is waiting
	 */
	void receive(Map<String, String> headers, LinkMessage message);

	/**
	 * Takes a message that was sent to all that listen to a namespace.
	 * @throws io.distributor.link.LinkOverloadedException if too much is waiting
	 */
	void receiveBroadcast(String namespace, LinkMessage message);

	/**
	 * Returns another node as it looks beside this one.
	 */
	Node beside(Node other);

	/**
	 * The process says something else of itself.
	 */
	void onAnnounced(Set<String> namespaces, boolean draining);

	/**
	 * The process was taken for dead, so it has forgotten this node like all others, and
	 * hears of it anew.
	 */
	void onFenced();

	/**
	 * Ends. Blocks until what was sent is written out, a few seconds at most.
	 */
	void close();

}
