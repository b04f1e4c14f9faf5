package io.distributor.handler;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.messaging.Message;
import org.springframework.messaging.handler.invocation.HandlerMethodArgumentResolver;

/**
 * Fills the parameters of one method from their sources.
 *
 * @param <P> what happened
 */
final class ParameterResolver<P> implements HandlerMethodArgumentResolver {

	private final List<ParameterSource<P>> sources;

	ParameterResolver(List<ParameterSource<P>> sources) {
		this.sources = List.copyOf(sources);
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return true;
	}

	@Override
	@SuppressWarnings("unchecked")
	public @Nullable Object resolveArgument(MethodParameter parameter, Message<?> message) {
		return this.sources.get(parameter.getParameterIndex()).get((P) message.getPayload());
	}

}
