package io.distributor.interop.siod;

import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

import io.distributor.link.LinkListener;
import io.distributor.link.message.LinkMessage;
import io.distributor.link.presence.Departure;
import io.distributor.link.presence.Node;
import io.distributor.link.presence.NodeId;

/**
 * Lets one thread at a time into a listener: that of the link or that of the node beside
 * it. Whoever comes second waits as long as a listener takes, which does not block.
 */
final class SerialListener implements LinkListener {

	private final LinkListener listener;

	private final ReentrantLock lock = new ReentrantLock();

	SerialListener(LinkListener listener) {
		this.listener = listener;
	}

	@Override
	public void onMessage(NodeId sender, Map<String, String> headers, LinkMessage message) {
		this.lock.lock();
		try {
			this.listener.onMessage(sender, headers, message);
		}
		finally {
			this.lock.unlock();
		}
	}

	@Override
	public void onNode(Node node) {
		alone(() -> this.listener.onNode(node));
	}

	@Override
	public void onNodeGone(Node node, Departure departure) {
		alone(() -> this.listener.onNodeGone(node, departure));
	}

	@Override
	public void onUp() {
		alone(this.listener::onUp);
	}

	@Override
	public void onDown() {
		alone(this.listener::onDown);
	}

	private void alone(Runnable call) {
		this.lock.lock();
		try {
			call.run();
		}
		finally {
			this.lock.unlock();
		}
	}

}
