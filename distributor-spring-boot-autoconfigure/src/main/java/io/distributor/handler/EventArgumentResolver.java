package io.distributor.handler;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import io.distributor.backend.Event;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.messaging.Message;
import org.springframework.messaging.handler.invocation.HandlerMethodArgumentResolver;
import org.springframework.validation.Validator;

/**
 * Fills the parameters of one method that take the arguments of the event, one after
 * another.
 */
final class EventArgumentResolver implements HandlerMethodArgumentResolver {

	private final Map<Integer, EventParameter> parameters = new HashMap<>();

	EventArgumentResolver(MethodParameter[] parameters, @Nullable Validator validator) {
		for (MethodParameter parameter : parameters) {
			if (!HandlerKind.isSpecial(parameter.getParameterType())) {
				int position = this.parameters.size();
				this.parameters.put(parameter.getParameterIndex(),
						EventParameter.of(parameter, position, ArgumentValidation.of(parameter, validator)));
			}
		}
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return this.parameters.containsKey(parameter.getParameterIndex());
	}

	@Override
	public @Nullable Object resolveArgument(MethodParameter parameter, Message<?> message) {
		EventParameter eventParameter = Objects.requireNonNull(this.parameters.get(parameter.getParameterIndex()));
		return eventParameter.resolve(((Event) message.getPayload()).arguments());
	}

}
