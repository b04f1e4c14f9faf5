package io.distributor.gateway;

import java.util.Objects;

import io.distributor.link.message.SocketEvent;
import org.jspecify.annotations.Nullable;

/**
 * Events of one socket in their order. Without events it takes no memory: most clients
 * say nothing most of the time. Not safe for use by several threads.
 */
final class EventRing {

	private static final @Nullable SocketEvent[] NONE = {};

	private static final int FIRST_CAPACITY = 4;

	/** What a burst leaves behind is kept up to this capacity. */
	private static final int KEPT_CAPACITY = 16;

	private @Nullable SocketEvent[] slots = NONE;

	private int head;

	private int size;

	int size() {
		return this.size;
	}

	boolean isEmpty() {
		return this.size == 0;
	}

	/**
	 * Returns an event.
	 * @param position 0 for the oldest, less than the size
	 */
	SocketEvent get(int position) {
		return Objects.requireNonNull(this.slots[index(position)]);
	}

	/**
	 * Puts an event in the place of another.
	 * @param position 0 for the oldest, less than the size
	 */
	void set(int position, SocketEvent event) {
		this.slots[index(position)] = event;
	}

	/**
	 * Adds the newest event.
	 */
	void add(SocketEvent event) {
		if (this.size == this.slots.length) {
			grow();
		}
		this.slots[index(this.size)] = event;
		this.size++;
	}

	private void grow() {
		@Nullable SocketEvent[] grown = new SocketEvent[Math.max(FIRST_CAPACITY, 2 * this.size)];
		for (int i = 0; i < this.size; i++) {
			grown[i] = get(i);
		}
		this.slots = grown;
		this.head = 0;
	}

	/**
	 * Removes the oldest event.
	 */
	void removeFirst() {
		this.slots[this.head] = null;
		this.head = index(1);
		this.size--;
		if (this.size == 0 && this.slots.length > KEPT_CAPACITY) {
			clear();
		}
	}

	void clear() {
		this.slots = NONE;
		this.head = 0;
		this.size = 0;
	}

	private int index(int position) {
		int index = this.head + position;
		return (index < this.slots.length) ? index : index - this.slots.length;
	}

}
