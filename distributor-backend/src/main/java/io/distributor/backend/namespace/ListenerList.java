package io.distributor.backend.namespace;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Listeners in the order they are called. Most sockets have none, so an empty list costs
 * next to nothing. May be used from any thread.
 *
 * @param <L> kind of listener
 */
final class ListenerList<L> {

	/** Never changed: a change puts another list in its place. */
	private volatile List<L> listeners = List.of();

	void add(L listener) {
		change((changed) -> changed.add(listener));
	}

	void prepend(L listener) {
		change((changed) -> changed.add(0, listener));
	}

	/**
	 * Takes a listener away; if it is there several times, the last of them.
	 */
	void remove(L listener) {
		change((changed) -> {
			int index = changed.lastIndexOf(listener);
			if (index >= 0) {
				changed.remove(index);
			}
		});
	}

	synchronized void clear() {
		this.listeners = List.of();
	}

	private synchronized void change(Consumer<List<L>> change) {
		List<L> changed = new ArrayList<>(this.listeners);
		change.accept(changed);
		this.listeners = List.copyOf(changed);
	}

	List<L> all() {
		return this.listeners;
	}

}
