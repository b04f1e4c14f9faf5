package io.distributor.backend.namespace;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

import io.distributor.backend.FetchedSockets;
import io.distributor.backend.RemoteSocket;
import io.distributor.backend.remote.AnswerCollector;
import io.distributor.backend.remote.FetchBudget;
import io.distributor.link.message.FetchAnswer;
import io.distributor.link.message.LinkMessage;
import io.distributor.link.message.SocketDetails;
import io.distributor.link.presence.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the sockets that distributors describe, within the budget.
 */
final class FetchedSocketAnswers implements AnswerCollector<FetchedSockets> {

	private final FetchBudget budget;

	private final BiFunction<NodeId, SocketDetails, RemoteSocket> factory;

	private final PageMerge<RemoteSocket> merge;

	private final Map<NodeId, String> last = new HashMap<>();

	private final Set<NodeId> full = new HashSet<>();

	private long kept;

	FetchedSocketAnswers(@Nullable String after, int limit, FetchBudget budget,
			BiFunction<NodeId, SocketDetails, RemoteSocket> factory) {
		this.budget = budget;
		this.factory = factory;
		this.merge = new PageMerge<>(after, limit, (one, same) -> same);
	}

	@Override
	public boolean add(NodeId sender, LinkMessage answer) {
		if (!(answer instanceof FetchAnswer part)) {
			return false;
		}
		for (SocketDetails details : part.sockets()) {
			if (!this.full.contains(sender)) {
				keep(sender, details);
			}
		}
		if (part.more() && !this.full.contains(sender)) {
			this.merge.endsAt(this.last.get(sender));
		}
		return part.last();
	}

	private void keep(NodeId sender, SocketDetails details) {
		int bytes = details.estimatedSize();
		if (this.budget.keep(bytes)) {
			this.kept += bytes;
			this.merge.add(details.id(), this.factory.apply(sender, details));
			this.last.put(sender, details.id());
		}
		else {
			this.full.add(sender);
			this.merge.endsAt(this.last.get(sender));
		}
	}

	@Override
	public FetchedSockets result(Set<String> silent) {
		PageMerge.Page<RemoteSocket> page = this.merge.page();
		if (!this.full.isEmpty()) {
			this.budget.countTruncated();
		}
		return new FetchedSockets(List.copyOf(page.entries().values()), silent, page.next());
	}

	@Override
	public void close() {
		this.budget.giveBack(this.kept);
	}

}
