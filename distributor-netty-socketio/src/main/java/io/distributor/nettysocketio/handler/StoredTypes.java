package io.distributor.nettysocketio.handler;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Types of values that handlers may keep in the store of a client. A value names its type
 * when it travels to another home; no other type than these is ever made of it.
 */
public final class StoredTypes {

	private static final List<Class<?>> KNOWN = List.of(Long.class, Float.class, Short.class, Byte.class,
			Character.class, BigDecimal.class, BigInteger.class, UUID.class, Date.class);

	private final Map<String, Class<?>> types = new HashMap<>();

	/**
	 * Creates the types: those of JSON, numbers, {@code UUID}, {@code Date}, and more.
	 * @param more types of the application that Jackson can write and read
	 */
	public StoredTypes(Collection<Class<?>> more) {
		KNOWN.forEach(this::add);
		more.forEach(this::add);
	}

	private void add(Class<?> type) {
		this.types.put(type.getName(), type);
	}

	/**
	 * Returns whether JSON keeps the type of a value.
	 */
	static boolean isNatural(Object value) {
		return value instanceof String || value instanceof Boolean || value instanceof Integer
				|| value instanceof Double || value instanceof List || value instanceof Map;
	}

	Class<?> require(String name) {
		Class<?> type = this.types.get(name);
		if (type == null) {
			throw new IllegalArgumentException(
					"value: " + name + " (expected: a type of JSON, a number, UUID, Date, or "
							+ "one of 'distributor.backend.netty-socketio.store-types')");
		}
		return type;
	}

}
