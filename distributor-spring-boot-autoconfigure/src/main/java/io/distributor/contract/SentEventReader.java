package io.distributor.contract;

import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;

import io.distributor.backend.Arguments;
import io.distributor.backend.typed.EventInterfaces;
import io.distributor.backend.typed.EventMethod;
import io.distributor.backend.typed.ExpectedAnswer;
import io.distributor.contract.model.EventAnswer;
import io.distributor.contract.model.EventArgument;
import io.distributor.contract.model.EventContract;
import io.distributor.contract.model.ValueType;
import io.distributor.contract.type.Direction;
import io.distributor.contract.type.TypeReader;

import org.springframework.core.GenericTypeResolver;
import org.springframework.core.Nullness;
import org.springframework.core.ResolvableType;

/**
 * Describes the events that interfaces send.
 */
final class SentEventReader {

	private final EventInterfaces interfaces = new EventInterfaces((name) -> {
	});

	private final TypeReader types;

	SentEventReader(TypeReader types) {
		this.types = types;
	}

	List<EventContract> read(Class<?> type) {
		return this.interfaces.methods(type)
			.stream()
			.map((method) -> new EventContract(method.event(), arguments(method, type), answer(method.answer())))
			.toList();
	}

	private List<EventArgument> arguments(EventMethod method, Class<?> type) {
		List<EventArgument> arguments = new ArrayList<>();
		Parameter[] parameters = method.method().getParameters();
		for (Parameter parameter : parameters) {
			Type declared = GenericTypeResolver.resolveType(parameter.getParameterizedType(), type);
			if (method.spread() && arguments.size() == parameters.length - 1) {
				Type element = ResolvableType.forType(declared).getComponentType().getType();
				arguments.add(new EventArgument(parameter.getName(), this.types.read(element, Direction.OUTPUT),
						EventArgument.Presence.REPEATED));
			}
			else {
				ValueType value = this.types.read(declared, Direction.OUTPUT);
				arguments.add(new EventArgument(parameter.getName(),
						(Nullness.forParameter(parameter) == Nullness.NULLABLE) ? value.orNull() : value,
						EventArgument.Presence.REQUIRED));
			}
		}
		return arguments;
	}

	private EventAnswer answer(ExpectedAnswer expected) {
		if (expected instanceof ExpectedAnswer.OfOne one) {
			return answer(one.type());
		}
		return (expected instanceof ExpectedAnswer.OfAll all) ? answer(all.type()) : new EventAnswer.None();
	}

	private EventAnswer answer(Type type) {
		if (type == Void.class) {
			return new EventAnswer.Receipt();
		}
		return (type == Arguments.class) ? new EventAnswer.Anything()
				: new EventAnswer.Value(this.types.read(type, Direction.INPUT));
	}

}
