package io.distributor.handler;

import java.util.Objects;

import org.springframework.core.MethodParameter;
import org.springframework.messaging.Message;
import org.springframework.messaging.handler.invocation.HandlerMethodArgumentResolver;

/**
 * Fills parameters by their type.
 *
 * @param <P> what happened
 */
final class TypedArgumentResolver<P> implements HandlerMethodArgumentResolver {

	private final HandlerKind<P> kind;

	TypedArgumentResolver(HandlerKind<P> kind) {
		this.kind = kind;
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return this.kind.value(parameter.getParameterType()) != null;
	}

	@Override
	@SuppressWarnings("unchecked")
	public Object resolveArgument(MethodParameter parameter, Message<?> message) {
		return Objects.requireNonNull(this.kind.value(parameter.getParameterType())).apply((P) message.getPayload());
	}

}
