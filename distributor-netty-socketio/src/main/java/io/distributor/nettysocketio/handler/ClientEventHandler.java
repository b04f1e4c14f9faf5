package io.distributor.nettysocketio.handler;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.corundumstudio.socketio.AckMode;
import io.distributor.backend.Answer;
import io.distributor.backend.Event;
import io.distributor.backend.EventHandler;
import io.distributor.backend.UnansweredEventException;

/**
 * Handles an event by all methods that were written for it, one after another, and
 * answers it as netty-socketio does: {@link AckMode} says whether a client that waits
 * gets an empty answer when no method gave one. Methods may be added while events come.
 */
public final class ClientEventHandler implements EventHandler {

	private final HandlerClients clients;

	private final AckMode ackMode;

	private final List<ClientEventMethod> methods = new CopyOnWriteArrayList<>();

	/**
	 * Creates it.
	 * @param clients shows the socket of an event to the methods
	 * @param ackMode {@code AUTO_SUCCESS_ONLY}, the default of netty-socketio: an event
	 * that a method failed at is not answered; {@code AUTO}: it is, without arguments;
	 * {@code MANUAL}: methods answer, or nobody
	 */
	public ClientEventHandler(HandlerClients clients, AckMode ackMode) {
		this.clients = clients;
		this.ackMode = ackMode;
	}

	/**
	 * Adds a method.
	 * @param method called after those that were added before
	 */
	public void add(ClientEventMethod method) {
		this.methods.add(method);
	}

	@Override
	public Object handle(Event event) {
		ClientEvent clientEvent = new ClientEvent(event, this.clients.client(event.socket()), this.clients.json(),
				this.ackMode);
		try {
			for (ClientEventMethod method : this.methods) {
				method.call(clientEvent);
			}
		}
		catch (Throwable ex) {
			if (this.ackMode == AckMode.AUTO) {
				event.ack().send();
			}
			throw new UnansweredEventException(ex);
		}
		return (this.ackMode == AckMode.MANUAL) ? NO_ANSWER : Answer.of();
	}

}
