package io.distributor.handler;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;

import io.distributor.backend.Ack;
import io.distributor.backend.ArgumentConversionException;
import io.distributor.backend.Arguments;
import io.distributor.backend.Event;
import io.distributor.backend.Socket;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event whose arguments are the elements of a JSON array, and which keeps its answers.
 */
final class TestEvent implements Event, Arguments, Ack {

	private static final JsonMapper MAPPER = new JsonMapper();

	private final Socket socket;

	private final String name;

	private final JsonNode arguments;

	private final List<List<Object>> answers = new ArrayList<>();

	TestEvent(Socket socket, String name, String json) {
		this.socket = socket;
		this.name = name;
		this.arguments = MAPPER.readTree(json);
	}

	List<List<Object>> answers() {
		return this.answers;
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public Socket socket() {
		return this.socket;
	}

	@Override
	public Arguments arguments() {
		return this;
	}

	@Override
	public Ack ack() {
		return this;
	}

	@Override
	public boolean isAckRequested() {
		return true;
	}

	@Override
	public boolean isRedelivered() {
		return false;
	}

	@Override
	public int size() {
		return this.arguments.size();
	}

	@Override
	public <T> @Nullable T get(int index, Class<T> type) {
		return type.cast(get(index, (Type) type));
	}

	@Override
	public @Nullable Object get(int index, Type type) {
		JsonNode argument = this.arguments.path(index);
		if (argument.isMissingNode() || argument.isNull()) {
			return null;
		}
		try {
			return MAPPER.treeToValue(argument, MAPPER.constructType(type));
		}
		catch (JacksonException ex) {
			throw new ArgumentConversionException("argument " + index, ex);
		}
	}

	@Override
	public boolean isRequested() {
		return true;
	}

	@Override
	public void send(Object... arguments) {
		this.answers.add(List.of(arguments));
	}

}
