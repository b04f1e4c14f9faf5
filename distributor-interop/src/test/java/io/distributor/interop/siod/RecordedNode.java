package io.distributor.interop.siod;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

import io.distributor.link.LinkListener;
import io.distributor.link.message.LinkMessage;
import io.distributor.link.presence.Departure;
import io.distributor.link.presence.Node;
import io.distributor.link.presence.NodeId;
import org.awaitility.Awaitility;

/**
 * Keeps what a node says.
 */
class RecordedNode implements LinkListener {

	private final List<LinkMessage> messages = new CopyOnWriteArrayList<>();

	List<LinkMessage> messages() {
		return this.messages;
	}

	<M extends LinkMessage> M await(Class<M> type) {
		return await(type, (message) -> true);
	}

	<M extends LinkMessage> M await(Class<M> type, Predicate<M> condition) {
		return Awaitility.await()
			.until(() -> this.messages.stream()
				.filter(type::isInstance)
				.map(type::cast)
				.filter(condition)
				.findFirst()
				.orElse(null), (found) -> found != null);
	}

	@Override
	public void onMessage(NodeId sender, Map<String, String> headers, LinkMessage message) {
		this.messages.add(message);
	}

	@Override
	public void onNode(Node node) {
	}

	@Override
	public void onNodeGone(Node node, Departure departure) {
	}

	@Override
	public void onUp() {
	}

	@Override
	public void onDown() {
	}

}
