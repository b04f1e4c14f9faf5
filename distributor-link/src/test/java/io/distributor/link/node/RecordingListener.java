package io.distributor.link.node;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import io.distributor.link.LinkListener;
import io.distributor.link.message.LinkMessage;
import io.distributor.link.presence.Departure;
import io.distributor.link.presence.Node;
import io.distributor.link.presence.NodeId;

/**
 * Keeps what a link hears.
 */
class RecordingListener implements LinkListener {

	final List<LinkMessage> messages = Collections.synchronizedList(new ArrayList<>());

	final List<String> events = Collections.synchronizedList(new ArrayList<>());

	volatile int ups;

	@Override
	public void onMessage(NodeId sender, Map<String, String> headers, LinkMessage message) {
		this.messages.add(message);
	}

	@Override
	public void onNode(Node node) {
		this.events.add("node " + node.name() + (node.draining() ? " draining" : ""));
	}

	@Override
	public void onNodeGone(Node node, Departure departure) {
		this.events.add("gone " + node.name() + " " + departure);
	}

	@Override
	public void onUp() {
		this.ups++;
		this.events.add("up");
	}

	@Override
	public void onDown() {
		this.events.add("down");
	}

}
