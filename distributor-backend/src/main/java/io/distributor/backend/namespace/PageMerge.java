package io.distributor.backend.namespace;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * Makes one page of the pages of several distributors, each in the order of names. What
 * comes after the end of a page that was cut off is not known of all of them, so the
 * merged page ends there, too.
 *
 * @param <V> type of what has the names
 */
final class PageMerge<V> {

	private final String after;

	private final int limit;

	private final BinaryOperator<V> merge;

	private final TreeMap<String, V> entries = new TreeMap<>();

	private @Nullable String end;

	/**
	 * Creates a page without entries.
	 * @param after the page begins behind this name; {@code null}: with the first one
	 * @param limit number of entries at most
	 * @param merge makes one entry of two with the same name
	 */
	PageMerge(@Nullable String after, int limit, BinaryOperator<V> merge) {
		this.after = (after != null) ? after : "";
		this.limit = limit;
		this.merge = merge;
	}

	void add(String name, V value) {
		this.entries.merge(name, value, this.merge);
	}

	/**
	 * A distributor has entries beyond its last one.
	 * @param last name of the last one, or {@code null} if there is none
	 */
	void endsAt(@Nullable String last) {
		String name = (last != null) ? last : this.after;
		if (this.end == null || name.compareTo(this.end) < 0) {
			this.end = name;
		}
	}

	/**
	 * Returns the page.
	 */
	Page<V> page() {
		NavigableMap<String, V> known = (this.end != null) ? this.entries.headMap(this.end, true) : this.entries;
		TreeMap<String, V> first = new TreeMap<>();
		for (Map.Entry<String, V> entry : known.entrySet()) {
			if (first.size() == this.limit) {
				return new Page<>(first, first.lastKey());
			}
			first.put(entry.getKey(), entry.getValue());
		}
		if (this.end == null) {
			return new Page<>(first, null);
		}
		return new Page<>(first, first.isEmpty() ? this.after : first.lastKey());
	}

	/**
	 * A page.
	 *
	 * @param <V> type of what has the names
	 * @param entries what is on it
	 * @param next behind which name it goes on, or {@code null} if it does not
	 */
	record Page<V>(NavigableMap<String, V> entries, @Nullable String next) {

	}

}
