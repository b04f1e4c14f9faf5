package io.distributor.tests.simulation;

import java.util.Map;

import io.distributor.link.LinkListener;
import io.distributor.link.message.LinkMessage;
import io.distributor.link.presence.Departure;
import io.distributor.link.presence.Node;
import io.distributor.link.presence.NodeId;

/**
 * Lets an observer see what a listener hears, and an interference change it.
 */
final class ObservedListener implements LinkListener, Interference.Delivery {

	private final SimulatedLink link;

	private final LinkListener listener;

	private final LinkObserver observer;

	private final Interference interference;

	ObservedListener(SimulatedLink link, LinkListener listener, LinkObserver observer, Interference interference) {
		this.link = link;
		this.listener = listener;
		this.observer = observer;
		this.interference = interference;
	}

	@Override
	public void onMessage(NodeId sender, Map<String, String> headers, LinkMessage message) {
		this.observer.onReceived(this.link, sender, message);
		this.interference.deliver(this, sender, message);
	}

	@Override
	public void onMessage(NodeId sender, LinkMessage message) {
		this.listener.onMessage(sender, Map.of(), message);
	}

	@Override
	public void answer(NodeId receiver, LinkMessage message) {
		this.link.send(receiver, Map.of(), message);
	}

	@Override
	public void onNode(Node node) {
		this.listener.onNode(node);
	}

	@Override
	public void onNodeGone(Node node, Departure departure) {
		this.observer.onGone(this.link, node.id(), departure);
		this.listener.onNodeGone(node, departure);
	}

	@Override
	public void onUp() {
		this.listener.onUp();
	}

	@Override
	public void onDown() {
		this.listener.onDown();
	}

}
