package io.distributor.gateway;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.distributor.engine.namespace.ClientSocket;
import io.distributor.link.message.JoinRooms;
import io.distributor.link.message.LeaveRooms;
import io.distributor.link.message.RequestDone;
import io.distributor.link.message.Selection;
import io.distributor.link.presence.NodeId;

/**
 * Moves sockets between rooms for backends and others, tells the homes of these sockets,
 * then says that it is done. May be called by any thread; each socket is moved on its
 * event loop, in one hop.
 */
final class RoomRequests {

	private static final long NO_REQUEST = 0;

	private final SocketDirectory directory;

	private final Reports reports;

	RoomRequests(GatewayParts parts) {
		this.directory = parts.directory();
		this.reports = parts.reports();
	}

	void join(NodeId asker, JoinRooms message) {
		carryOut(message.namespace(), message.selection(),
				new Request(asker, message.requestId(), (client) -> client.joinNow(message.rooms()), true));
	}

	void leave(NodeId asker, LeaveRooms message) {
		carryOut(message.namespace(), message.selection(),
				new Request(asker, message.requestId(), (client) -> client.leaveNow(message.rooms()), false));
	}

	/**
	 * Moves sockets for somebody who is not on the link and hears nothing of it.
	 */
	void join(String namespace, Selection selection, Collection<String> rooms) {
		carryOut(namespace, selection, new Request(null, NO_REQUEST, (client) -> client.joinNow(rooms), true));
	}

	void leave(String namespace, Selection selection, Collection<String> rooms) {
		carryOut(namespace, selection, new Request(null, NO_REQUEST, (client) -> client.leaveNow(rooms), false));
	}

	private void carryOut(String namespace, Selection selection, Request request) {
		ServedNamespace served = this.directory.namespace(namespace);
		GatewaySocket single = (served != null) ? served.single(selection) : null;
		if (served == null) {
			done(request, 0);
		}
		else if (single != null) {
			single.execute(() -> moveSingle(single, request));
		}
		else {
			AtomicInteger concerned = new AtomicInteger();
			served.namespace().forEach(Payloads.selector(selection), (client) -> {
				concerned.incrementAndGet();
				// By name: meanwhile the namespace may have been left and served anew.
				request.tellHome(this.directory.find(namespace, client.id()), request.action().apply(client));
			}).whenComplete((nothing, failure) -> done(request, concerned.get()));
		}
	}

	/**
	 * A home that moves its own socket learns from the answer what changed.
	 */
	private void moveSingle(GatewaySocket socket, Request request) {
		List<String> changed = request.action().apply(socket.client());
		NodeId asker = request.answeredTo();
		if (asker != null && socket.homes().isAtHome(asker)) {
			socket.homes().answer(asker, new RequestDone(request.requestId(), 1, changed));
		}
		else {
			request.tellHome(socket, changed);
			done(request, 1);
		}
	}

	private void done(Request request, int sockets) {
		NodeId asker = request.answeredTo();
		if (asker != null) {
			this.reports.send(asker, new RequestDone(request.requestId(), sockets));
		}
	}

	private record Request(@Nullable NodeId asker, long requestId, Function<ClientSocket, List<String>> action,
			boolean joining) {

		/**
		 * Returns who wants to hear that it is done, or {@code null} if nobody does.
		 */
		private @Nullable NodeId answeredTo() {
			return (this.requestId > NO_REQUEST) ? this.asker : null;
		}

		private void tellHome(@Nullable GatewaySocket socket, List<String> changed) {
			if (socket != null && !changed.isEmpty()) {
				socket.homes().tellRooms(this.joining ? changed : List.of(), this.joining ? List.of() : changed);
			}
		}

	}

}
