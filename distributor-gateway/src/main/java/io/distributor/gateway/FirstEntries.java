package io.distributor.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * Of all entries that are added, those whose names come first: one page of a list that
 * nobody holds. May be used from any thread.
 *
 * @param <V> type of what has the names
 */
final class FirstEntries<V> {

	private final @Nullable String after;

	private final int limit;

	private final BinaryOperator<V> merge;

	private final TreeMap<String, V> first = new TreeMap<>();

	private boolean more;

	/**
	 * Creates a page without entries.
	 * @param after only names that come after this one are taken; {@code null}: all
	 * @param limit how many entries are kept, positive
	 * @param merge makes one entry of two with the same name
	 */
	FirstEntries(@Nullable String after, int limit, BinaryOperator<V> merge) {
		this.after = after;
		this.limit = limit;
		this.merge = merge;
	}

	void add(String name, V value) {
		if (this.after != null && name.compareTo(this.after) <= 0) {
			return;
		}
		synchronized (this) {
			if (this.first.size() == this.limit && name.compareTo(this.first.lastKey()) > 0) {
				this.more = true;
				return;
			}
			this.first.merge(name, value, this.merge);
			if (this.first.size() > this.limit) {
				this.first.pollLastEntry();
				this.more = true;
			}
		}
	}

	/**
	 * Returns the entries.
	 * @return the entries in the order of their names, a copy
	 */
	synchronized List<Map.Entry<String, V>> entries() {
		return new ArrayList<>(this.first.entrySet());
	}

	/**
	 * Returns whether entries were left out.
	 */
	synchronized boolean isMore() {
		return this.more;
	}

}
