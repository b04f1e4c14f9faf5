package io.distributor.nettysocketio.handler;

import com.corundumstudio.socketio.AckMode;
import com.corundumstudio.socketio.AckRequest;
import com.corundumstudio.socketio.SocketIOClient;
import io.distributor.backend.Event;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way through the methods that handle it, one after another. To be used
 * by one thread.
 */
public final class ClientEvent {

	private final Event event;

	private final SocketIOClient client;

	private final HandlerJson json;

	private final AckMode ackMode;

	private @Nullable AckRequest ackRequest;

	ClientEvent(Event event, SocketIOClient client, HandlerJson json, AckMode ackMode) {
		this.event = event;
		this.client = client;
		this.json = json;
		this.ackMode = ackMode;
	}

	/**
	 * Returns the event as the backend has it.
	 * @return the event
	 */
	public Event event() {
		return this.event;
	}

	/**
	 * Returns who sent it.
	 * @return the client
	 */
	public SocketIOClient client() {
		return this.client;
	}

	/**
	 * Returns what answers it.
	 * @return the same each time
	 */
	public AckRequest ackRequest() {
		AckRequest present = this.ackRequest;
		if (present == null) {
			if (this.ackMode == AckMode.MANUAL) {
				// Whoever asks for it answers, maybe later: the event waits for it.
				this.event.ack();
			}
			present = new EventAckRequest(this.event, this.client, this.json);
			this.ackRequest = present;
		}
		return present;
	}

	/**
	 * Converts an argument.
	 * @param index its position, from 0
	 * @param type type wanted
	 * @return the argument, as {@link HandlerJson#read} gives it
	 */
	public @Nullable Object argument(int index, Class<?> type) {
		return this.json.read(this.event.arguments(), index, type);
	}

}
