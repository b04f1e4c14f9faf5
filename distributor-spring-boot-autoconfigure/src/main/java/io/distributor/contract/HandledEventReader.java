package io.distributor.contract;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.distributor.contract.model.EventArgument;
import io.distributor.contract.model.EventContract;
import io.distributor.contract.type.Direction;
import io.distributor.contract.type.TypeReader;
import io.distributor.handler.HandledEvent;

import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.GenericTypeResolver;
import org.springframework.core.MethodParameter;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.core.ResolvableType;

/**
 * Describes the events that annotated methods handle.
 */
final class HandledEventReader {

	private final ParameterNameDiscoverer parameterNames = new DefaultParameterNameDiscoverer();

	private final TypeReader types;

	HandledEventReader(TypeReader types) {
		this.types = types;
	}

	EventContract read(HandledEvent event) {
		List<EventArgument> arguments = new ArrayList<>();
		for (MethodParameter parameter : event.arguments()) {
			arguments.add(argument(parameter, event.beanType(), arguments.size()));
		}
		return new EventContract(event.event(), arguments,
				new HandlerAnswers(this.types).of(event.method(), event.beanType()));
	}

	private EventArgument argument(MethodParameter parameter, Class<?> beanType, int position) {
		parameter.initParameterNameDiscovery(this.parameterNames);
		String name = Objects.requireNonNullElse(parameter.getParameterName(), "argument" + position);
		Type declared = GenericTypeResolver.resolveType(parameter.getGenericParameterType(), beanType);
		Type type = (parameter.getParameterType() == Optional.class)
				? ResolvableType.forType(declared).getGeneric().getType() : declared;
		return new EventArgument(name, this.types.read(type, Direction.INPUT),
				parameter.isOptional() ? EventArgument.Presence.OPTIONAL : EventArgument.Presence.REQUIRED);
	}

}
