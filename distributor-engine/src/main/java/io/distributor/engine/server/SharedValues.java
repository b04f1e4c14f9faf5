package io.distributor.engine.server;

import java.util.List;
import java.util.Map;

/**
 * Values that many clients send alike: one of each is kept, the others are garbage at
 * once and not when their connections end. Remembered are as many as there are places, in
 * pairs: a value that is not known yet takes the place of the one in its pair that was
 * asked for longest ago.
 * <p>
 * May be used from any thread without a lock: everything here is immutable, so that
 * threads that meet at a place may at worst both go on with a value of their own.
 */
final class SharedValues {

	private static final int PLACES = 1024;

	private static final int LONGEST = 256;

	private final Object[] places = new Object[PLACES];

	/**
	 * Returns a string, the one that is kept if it is not too long.
	 */
	String string(String value) {
		return (value.length() <= LONGEST) ? share(value) : value;
	}

	/**
	 * Returns a list of one string, the one that is kept if it is not too long.
	 */
	List<String> list(String value) {
		List<String> list = List.of(value);
		return (value.length() <= LONGEST) ? share(list) : list;
	}

	/**
	 * Returns a map, the one that is kept.
	 * @param few an immutable map of a few short strings
	 */
	Map<String, String> map(Map<String, String> few) {
		return share(few);
	}

	@SuppressWarnings("unchecked") // what is equal is of the same type
	private <T> T share(T value) {
		int hash = value.hashCode();
		int newest = (hash ^ (hash >>> Short.SIZE)) & (PLACES - 2);
		Object first = this.places[newest];
		if (value.equals(first)) {
			return (T) first;
		}
		Object second = this.places[newest + 1];
		T kept = value.equals(second) ? (T) second : value;
		this.places[newest + 1] = first;
		this.places[newest] = kept;
		return kept;
	}

}
