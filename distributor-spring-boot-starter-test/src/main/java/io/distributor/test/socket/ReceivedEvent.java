package io.distributor.test.socket;

import java.nio.charset.StandardCharsets;

import io.distributor.backend.Arguments;
import io.distributor.link.message.Payload;
import org.jspecify.annotations.Nullable;

/**
 * An event that a client got.
 */
public final class ReceivedEvent {

	private final String name;

	private final Payload payload;

	private final Arguments arguments;

	ReceivedEvent(String name, Payload payload, Arguments arguments) {
		this.name = name;
		this.payload = payload;
		this.arguments = arguments;
	}

	/**
	 * Returns the name.
	 * @return the name
	 */
	public String name() {
		return this.name;
	}

	/**
	 * Returns the arguments, without the name.
	 * @return the arguments
	 */
	public Arguments arguments() {
		return this.arguments;
	}

	/**
	 * Converts the first argument.
	 * @param <T> type wanted
	 * @param type type wanted: a record, {@code String}, a wrapper, {@code byte[]},
	 * anything Jackson can read
	 * @return the argument, or {@code null} if it is absent or JSON null
	 * @throws io.distributor.backend.ArgumentConversionException if it is something else
	 */
	public <T> @Nullable T argument(Class<T> type) {
		return this.arguments.get(0, type);
	}

	Payload payload() {
		return this.payload;
	}

	@Override
	public String toString() {
		return new String(this.payload.json(), StandardCharsets.UTF_8);
	}

}
