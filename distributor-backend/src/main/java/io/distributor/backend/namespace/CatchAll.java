package io.distributor.backend.namespace;

import java.util.List;

import io.distributor.backend.CatchAllListeners;
import io.distributor.backend.EventListener;
import io.distributor.backend.OutgoingListener;

/**
 * What can be listened to, whatever the names of events. May be used from any thread.
 *
 * @param <T> what is listened to
 */
abstract class CatchAll<T> implements CatchAllListeners<T> {

	/**
	 * Returns the listeners, to be changed.
	 */
	abstract CatchAllLists catchAllLists();

	abstract T self();

	/**
	 * A listener for outgoing events was added.
	 */
	void onOutgoingAdded() {
	}

	@Override
	public final T onAny(EventListener listener) {
		catchAllLists().incoming().add(listener);
		return self();
	}

	@Override
	public final T prependAny(EventListener listener) {
		catchAllLists().incoming().prepend(listener);
		return self();
	}

	@Override
	public final T offAny(EventListener listener) {
		catchAllLists().incoming().remove(listener);
		return self();
	}

	@Override
	public final T offAny() {
		catchAllLists().incoming().clear();
		return self();
	}

	@Override
	public final List<EventListener> listenersAny() {
		return catchAllLists().incoming().all();
	}

	@Override
	public final T onAnyOutgoing(OutgoingListener listener) {
		catchAllLists().outgoing().add(listener);
		onOutgoingAdded();
		return self();
	}

	@Override
	public final T prependAnyOutgoing(OutgoingListener listener) {
		catchAllLists().outgoing().prepend(listener);
		onOutgoingAdded();
		return self();
	}

	@Override
	public final T offAnyOutgoing(OutgoingListener listener) {
		catchAllLists().outgoing().remove(listener);
		return self();
	}

	@Override
	public final T offAnyOutgoing() {
		catchAllLists().outgoing().clear();
		return self();
	}

	@Override
	public final List<OutgoingListener> listenersAnyOutgoing() {
		return catchAllLists().outgoing().all();
	}

}
