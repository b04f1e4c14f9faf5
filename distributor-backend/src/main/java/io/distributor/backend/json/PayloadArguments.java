package io.distributor.backend.json;

import java.lang.reflect.Type;

import io.distributor.backend.ArgumentConversionException;
import io.distributor.backend.Arguments;
import io.distributor.link.message.Payload;
import org.jspecify.annotations.Nullable;

/**
 * Arguments in a payload, found when they are first asked for.
 */
final class PayloadArguments implements Arguments {

	private final PayloadReader reader;

	private final Payload payload;

	private final int first;

	// Two threads that both find it missing find the same.
	private volatile @Nullable ArgumentSource source;

	PayloadArguments(PayloadReader reader, Payload payload, @Nullable ArgumentSource source, int first) {
		this.reader = reader;
		this.payload = payload;
		this.source = source;
		this.first = first;
	}

	@Override
	public int size() {
		return source().size() - this.first;
	}

	@Override
	@SuppressWarnings("unchecked")
	public <T> @Nullable T get(int index, Class<T> type) {
		// Not Class.cast: a primitive type asks for its wrapper.
		return (T) get(index, (Type) type);
	}

	@Override
	public @Nullable Object get(int index, Type type) {
		if (index < 0) {
			throw new IndexOutOfBoundsException("index: " + index + " (expected: >= 0)");
		}
		ArgumentSource source = source();
		int position = this.first + index;
		String what = "argument " + index;
		if (position >= source.size() || source.isNull(position)) {
			if (type instanceof Class<?> wanted && wanted.isPrimitive()) {
				throw new ArgumentConversionException(what + ": null or missing (expected: " + type + ")");
			}
			return null;
		}
		return this.reader.read(source, position, type, what);
	}

	private ArgumentSource source() {
		ArgumentSource source = this.source;
		if (source == null) {
			source = this.reader.source(this.payload);
			this.source = source;
		}
		return source;
	}

}
