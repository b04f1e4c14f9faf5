package io.distributor.nettysocketio.handler;

import java.util.List;

import com.corundumstudio.socketio.AckRequest;
import com.corundumstudio.socketio.SocketIOClient;
import com.corundumstudio.socketio.protocol.Packet;
import com.corundumstudio.socketio.protocol.PacketType;
import io.distributor.backend.Event;

/**
 * Answers an event. May be used from any thread.
 */
final class EventAckRequest extends AckRequest {

	private final Event event;

	private final HandlerJson json;

	EventAckRequest(Event event, SocketIOClient client, HandlerJson json) {
		super(new Packet(PacketType.MESSAGE), client);
		this.event = event;
		this.json = json;
	}

	@Override
	public boolean isAckRequested() {
		return this.event.isAckRequested();
	}

	@Override
	public void sendAckData(List<Object> objs) {
		this.event.ack().send(this.json.plainArguments(objs));
	}

}
