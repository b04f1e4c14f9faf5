package io.distributor.backend.typed;

import java.util.List;
import java.util.function.Consumer;

import io.distributor.backend.BroadcastOperator;
import io.distributor.backend.SocketOperator;

/**
 * Makes emitters of event interfaces. An interface is read once. May be used from any
 * thread.
 * <p>
 * What was read is kept by the class it describes, not by this object: so it goes when
 * the class loader of the interface goes, as on a redeployment, and there is no more of
 * it than there are interfaces. It refers to nothing of this object, so it goes with this
 * object, too.
 */
public final class EventInterfaces {

	private final ClassValue<EventInterface> interfaces;

	/**
	 * Creates the emitters' source.
	 * @param nameCheck throws an {@link IllegalArgumentException} for names no event may
	 * have
	 */
	public EventInterfaces(Consumer<String> nameCheck) {
		this.interfaces = new ClassValue<>() {

			@Override
			protected EventInterface computeValue(Class<?> type) {
				return EventInterface.read(type, nameCheck);
			}

		};
	}

	/**
	 * Makes an emitter of events for one socket.
	 * @param <T> the interface
	 * @param type the interface
	 * @param socket the socket that gets them, and how
	 * @return the emitter
	 * @throws IllegalArgumentException if it is no event interface
	 */
	public <T> T emitter(Class<T> type, SocketOperator socket) {
		return type.cast(this.interfaces.get(type).newEmitter(new SocketTarget(socket)));
	}

	/**
	 * Makes an emitter of events for many sockets.
	 * @param <T> the interface
	 * @param type the interface
	 * @param sockets the sockets that get them
	 * @return the emitter
	 * @throws IllegalArgumentException if it is no event interface
	 */
	public <T> T emitter(Class<T> type, BroadcastOperator sockets) {
		return type.cast(this.interfaces.get(type).newEmitter(new BroadcastTarget(sockets)));
	}

	/**
	 * Returns the events that an interface describes.
	 * @param type the interface
	 * @return its methods, by the names of their events
	 * @throws IllegalArgumentException if it is no event interface
	 */
	public List<EventMethod> methods(Class<?> type) {
		return this.interfaces.get(type).methods();
	}

}
