package io.distributor.backend.namespace;

import java.lang.reflect.Type;

import io.distributor.backend.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * Arguments of an event that could not be read.
 */
enum NoArguments implements Arguments {

	INSTANCE;

	@Override
	public int size() {
		return 0;
	}

	@Override
	public <T> @Nullable T get(int index, Class<T> type) {
		return null;
	}

	@Override
	public @Nullable Object get(int index, Type type) {
		return null;
	}

}
