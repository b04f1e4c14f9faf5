package io.distributor.nettysocketio.handler;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.Predicate;
import java.util.function.Supplier;

import com.corundumstudio.socketio.BroadcastAckCallback;
import com.corundumstudio.socketio.BroadcastOperations;
import com.corundumstudio.socketio.SocketIOClient;
import com.corundumstudio.socketio.protocol.Packet;
import io.distributor.backend.BroadcastOperator;

/**
 * Sends to some clients of a namespace, on all distributors. May be used from any thread.
 */
final class SelectedClients implements BroadcastOperations {

	private final BroadcastOperator operator;

	private final Supplier<Collection<SocketIOClient>> here;

	private final HandlerJson json;

	/**
	 * Creates it.
	 * @param here gives those whose home is this instance
	 */
	SelectedClients(BroadcastOperator operator, Supplier<Collection<SocketIOClient>> here, HandlerJson json) {
		this.operator = operator;
		this.here = here;
		this.json = json;
	}

	@Override
	public Collection<SocketIOClient> getClients() {
		return this.here.get();
	}

	@Override
	public void sendEvent(String name, Object... data) {
		this.operator.emit(name, this.json.plainArguments(Arrays.asList(data)));
	}

	@Override
	public void sendEvent(String name, SocketIOClient excludedClient, Object... data) {
		this.operator.except(SocketClient.socketId(excludedClient))
			.emit(name, this.json.plainArguments(Arrays.asList(data)));
	}

	@Override
	public void sendEvent(String name, Predicate<SocketIOClient> excludePredicate, Object... data) {
		throw new UnsupportedOperationException("sendEvent with a predicate: other distributors cannot ask it "
				+ "(use rooms: IndirectIo.to(..).except(..).emit(..), or sendEvent of the clients of getClients())");
	}

	@Override
	public <T> void sendEvent(String name, Object data, BroadcastAckCallback<T> ackCallback) {
		throw answers();
	}

	@Override
	public <T> void sendEvent(String name, Object data, SocketIOClient excludedClient,
			BroadcastAckCallback<T> ackCallback) {
		throw answers();
	}

	@Override
	public <T> void sendEvent(String name, Object data, Predicate<SocketIOClient> excludePredicate,
			BroadcastAckCallback<T> ackCallback) {
		throw answers();
	}

	private static UnsupportedOperationException answers() {
		return new UnsupportedOperationException("sendEvent with a BroadcastAckCallback: only netty-socketio can call "
				+ "it back (use IndirectIo.to(..).emitWithAck(..), which gives the answers of all distributors)");
	}

	@Override
	public void disconnect() {
		Requests.begun(this.operator.disconnectSockets(false));
	}

	@Override
	public void send(Packet packet) {
		throw SocketClient.packets();
	}

	@Override
	public <T> void send(Packet packet, BroadcastAckCallback<T> ackCallback) {
		throw SocketClient.packets();
	}

}
