package io.distributor.link.protocol;

import java.util.Arrays;

import io.distributor.link.frame.FrameEntry;
import org.jspecify.annotations.Nullable;

/**
 * What was sent to one peer and not yet acknowledged, by number. Bounded by who appends.
 */
final class EntryLog {

	private static final int SMALLEST = 16;

	private @Nullable FrameEntry[] entries = new FrameEntry[SMALLEST];

	private int[] sizes = new int[SMALLEST];

	private long first = 1;

	private long next = 1;

	private long bytes;

	/** Returns the number of the first entry kept. */
	long first() {
		return this.first;
	}

	/** Returns the number that the next entry gets. */
	long next() {
		return this.next;
	}

	long bytes() {
		return this.bytes;
	}

	boolean isEmpty() {
		return this.first == this.next;
	}

	void append(FrameEntry entry, int size) {
		if (this.next - this.first == this.entries.length) {
			grow();
		}
		int index = index(this.next);
		this.entries[index] = entry;
		this.sizes[index] = size;
		this.bytes += size;
		this.next++;
	}

	/** Numbers an entry without keeping it. */
	void skip() {
		this.next++;
		this.first = this.next;
	}

	FrameEntry get(long number) {
		FrameEntry entry = this.entries[index(number)];
		if (number < this.first || number >= this.next || entry == null) {
			throw new IllegalArgumentException(
					"number: " + number + " (expected: " + this.first + " to " + (this.next - 1) + ")");
		}
		return entry;
	}

	int size(long number) {
		return this.sizes[index(number)];
	}

	/**
	 * Forgets the entries up to a number.
	 * @param number number of the last entry acknowledged
	 * @return whether there was anything to forget
	 */
	boolean confirm(long number) {
		long last = Math.min(number, this.next - 1);
		if (last < this.first) {
			return false;
		}
		while (this.first <= last) {
			int index = index(this.first);
			this.entries[index] = null;
			this.bytes -= this.sizes[index];
			this.first++;
		}
		return true;
	}

	private int index(long number) {
		return (int) (number & this.entries.length - 1);
	}

	private void grow() {
		@Nullable FrameEntry[] oldEntries = this.entries;
		int[] oldSizes = this.sizes;
		this.entries = Arrays.copyOf(oldEntries, 2 * oldEntries.length);
		this.sizes = new int[2 * oldSizes.length];
		Arrays.fill(this.entries, null);
		for (long number = this.first; number < this.next; number++) {
			int from = (int) (number & oldEntries.length - 1);
			this.entries[index(number)] = oldEntries[from];
			this.sizes[index(number)] = oldSizes[from];
		}
	}

}
