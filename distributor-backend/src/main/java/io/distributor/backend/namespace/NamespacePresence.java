package io.distributor.backend.namespace;

import java.util.concurrent.CompletionStage;

import io.distributor.backend.FetchedRooms;
import io.distributor.backend.FetchedSockets;
import io.distributor.backend.RemoteSocket;
import io.distributor.backend.RequestResult;
import io.distributor.backend.remote.FetchBudget;
import io.distributor.link.message.CountSockets;
import io.distributor.link.message.FetchRooms;
import io.distributor.link.message.FetchSockets;
import io.distributor.link.message.Selection;
import io.distributor.link.message.SocketDetails;
import io.distributor.link.presence.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * Asks distributors who is in one namespace. May be used from any thread.
 */
final class NamespacePresence {

	private static final int MAX_ROOMS = 10_000;

	private final String namespace;

	private final NamespaceOutbox outbox;

	private final SocketFactory factory;

	private final FetchBudget budget;

	NamespacePresence(String namespace, NamespaceOutbox outbox, SocketFactory factory) {
		this.namespace = namespace;
		this.outbox = outbox;
		this.factory = factory;
		this.budget = outbox.fetchBudget();
	}

	CompletionStage<RequestResult> count(Selection selection) {
		return this.outbox.askAll((id) -> new CountSockets(this.namespace, selection, id), new DoneAnswers());
	}

	CompletionStage<FetchedSockets> fetch(Selection selection, int limit, @Nullable String after) {
		if (limit < 1) {
			throw new IllegalArgumentException("limit: " + limit + " (expected: >= 1)");
		}
		int bytes = this.budget.share(this.outbox.distributors());
		return this.outbox.askAll((id) -> new FetchSockets(this.namespace, selection, after, limit, bytes, id),
				new FetchedSocketAnswers(after, limit, this.budget, this::socket));
	}

	private RemoteSocket socket(NodeId distributor, SocketDetails details) {
		return this.factory.describe(distributor, details, this.outbox);
	}

	CompletionStage<FetchedRooms> fetchRooms(int limit, @Nullable String after) {
		if (limit < 1 || limit > MAX_ROOMS) {
			throw new IllegalArgumentException("limit: " + limit + " (expected: 1 to " + MAX_ROOMS + ")");
		}
		return this.outbox.askAll((id) -> new FetchRooms(this.namespace, after, limit, id),
				new FetchedRoomAnswers(after, limit));
	}

}
