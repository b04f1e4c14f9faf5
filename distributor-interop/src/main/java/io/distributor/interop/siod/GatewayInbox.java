package io.distributor.interop.siod;

import java.util.Map;
import java.util.function.Consumer;

import io.distributor.link.message.AskedSockets;
import io.distributor.link.message.BroadcastAnswer;
import io.distributor.link.message.DistributorMessage;
import io.distributor.link.message.FetchAnswer;
import io.distributor.link.message.ReleaseSocket;
import io.distributor.link.message.RequestDone;
import io.distributor.link.message.RoomsAnswer;
import io.distributor.link.message.RoomsChanged;
import io.distributor.link.message.SocketAdopt;
import io.distributor.link.message.SocketAnswer;
import io.distributor.link.message.SocketConnect;
import io.distributor.link.message.SocketDisconnect;
import io.distributor.link.message.SocketEvent;
import io.distributor.link.message.SocketReleased;

/**
 * Takes what the gateway says to whom it concerns. Used by the worker.
 */
final class GatewayInbox implements DistributorMessage.Handler {

	private final Map<String, BackendClients> clients;

	private final RemoteRequests requests;

	private final LocalSender gateway;

	private final SiodCounters counters;

	GatewayInbox(Map<String, BackendClients> clients, RemoteRequests requests, LocalSender gateway,
			SiodCounters counters) {
		this.clients = clients;
		this.requests = requests;
		this.gateway = gateway;
		this.counters = counters;
	}

	private void in(String namespace, Consumer<BackendClients> action) {
		BackendClients found = this.clients.get(namespace);
		if (found != null) {
			action.accept(found);
		}
		else {
			this.counters.ignored.increment();
		}
	}

	@Override
	public void onSocketConnect(SocketConnect message) {
		in(message.namespace(), (found) -> found.connect(message));
	}

	@Override
	public void onSocketAdopt(SocketAdopt message) {
		in(message.namespace(), (found) -> found.adopt(message));
	}

	@Override
	public void onSocketEvent(SocketEvent message) {
		in(message.namespace(), (found) -> found.event(message));
	}

	@Override
	public void onReleaseSocket(ReleaseSocket message) {
		in(message.namespace(), (found) -> found.leave(message.socketId()));
		this.gateway.send(new SocketReleased(message.namespace(), message.socketId(), message.adoption(), 0));
	}

	@Override
	public void onSocketDisconnect(SocketDisconnect message) {
		in(message.namespace(), (found) -> found.disconnect(message));
	}

	@Override
	public void onRequestDone(RequestDone message) {
		this.requests.done(message);
	}

	@Override
	public void onFetchAnswer(FetchAnswer message) {
		this.requests.fetched(message);
	}

	@Override
	public void onRoomsAnswer(RoomsAnswer message) {
		this.requests.rooms(message);
	}

	@Override
	public void onSocketAnswer(SocketAnswer message) {
		// A backend of the original asks clients for nothing.
		this.counters.ignored.increment();
	}

	@Override
	public void onAskedSockets(AskedSockets message) {
		this.counters.ignored.increment();
	}

	@Override
	public void onBroadcastAnswer(BroadcastAnswer message) {
		this.counters.ignored.increment();
	}

	@Override
	public void onRoomsChanged(RoomsChanged message) {
		// A backend of the original is not told of rooms.
	}

}
