package io.distributor.gateway;

import java.util.Arrays;

/**
 * The acknowledgements a client waits for, in the order it asked for them. A ring of
 * numbers: answers mostly come in the order of the questions, so the first look finds
 * them, and nothing is allocated for an event.
 * <p>
 * The event loop of the socket asks, the thread of the link answers; each holds the lock
 * for a few instructions only.
 */
final class AskedAcks {

	private static final int FIRST_CAPACITY = 4;

	private final int limit;

	private long[] ids = new long[FIRST_CAPACITY];

	private int head;

	private int size;

	AskedAcks(int limit) {
		this.limit = limit;
	}

	/**
	 * The client asked for an acknowledgement.
	 * @param id its id
	 * @return whether the oldest one had to be forgotten for it
	 */
	synchronized boolean add(long id) {
		boolean full = this.size == this.limit;
		if (full) {
			removeAt(0);
		}
		if (this.size == this.ids.length) {
			grow();
		}
		this.ids[index(this.size)] = id;
		this.size++;
		return full;
	}

	/**
	 * The home answers.
	 * @param id id of the acknowledgement
	 * @return whether the client waits for it
	 */
	synchronized boolean remove(long id) {
		for (int i = 0; i < this.size; i++) {
			if (this.ids[index(i)] == id) {
				removeAt(i);
				return true;
			}
		}
		return false;
	}

	private void removeAt(int position) {
		for (int i = position; i > 0; i--) {
			this.ids[index(i)] = this.ids[index(i - 1)];
		}
		this.head = index(1);
		this.size--;
	}

	private void grow() {
		long[] grown = Arrays.copyOf(this.ids, this.ids.length * 2);
		for (int i = 0; i < this.size; i++) {
			grown[i] = this.ids[index(i)];
		}
		this.ids = grown;
		this.head = 0;
	}

	private int index(int position) {
		return (this.head + position) % this.ids.length;
	}

}
