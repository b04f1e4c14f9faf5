package io.distributor.handler;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.messaging.handler.invocation.HandlerMethodArgumentResolverComposite;
import org.springframework.messaging.handler.invocation.InvocableHandlerMethod;
import org.springframework.validation.Validator;

/**
 * Builds what calls a handler method, and refuses methods that can never be called.
 */
final class HandlerMethodFactory {

	private final @Nullable Validator validator;

	HandlerMethodFactory(@Nullable Validator validator) {
		this.validator = validator;
	}

	/**
	 * Builds what calls a method whose parameters are all filled by their type.
	 */
	<P> SocketHandlerMethod<P> forListener(HandlerKind<P> kind, Object bean, Method method) {
		InvocableHandlerMethod invocable = new InvocableHandlerMethod(bean, method);
		for (MethodParameter parameter : invocable.getMethodParameters()) {
			if (kind.value(parameter.getParameterType()) == null) {
				throw unknownParameter(kind, parameter, "Parameters may be of these types: " + kind.typeNames() + ".");
			}
		}
		if (method.getReturnType() != void.class) {
			throw new InvalidHandlerMethodException(method,
					"it returns " + method.getReturnType().getName() + " (expected: void)",
					"Let a method with " + kind.annotationName() + " return void.");
		}
		return build(invocable, kind, new HandlerMethodArgumentResolverComposite());
	}

	/**
	 * Builds what calls a method that may also take arguments of the event.
	 */
	<P> SocketHandlerMethod<P> forEvent(HandlerKind<P> kind, Object bean, Method method) {
		InvocableHandlerMethod invocable = new InvocableHandlerMethod(bean, method);
		for (MethodParameter parameter : invocable.getMethodParameters()) {
			Class<?> type = parameter.getParameterType();
			if (HandlerKind.isSpecial(type) && kind.value(type) == null) {
				throw unknownParameter(kind, parameter, "Parameters may be of these types: " + kind.typeNames()
						+ "; every other one takes the next argument of the event.");
			}
		}
		HandlerMethodArgumentResolverComposite resolvers = new HandlerMethodArgumentResolverComposite();
		resolvers.addResolver(new EventArgumentResolver(invocable.getMethodParameters(), this.validator));
		return build(invocable, kind, resolvers);
	}

	/**
	 * Returns the parameters that take arguments of the event.
	 */
	List<MethodParameter> arguments(Object bean, Method method) {
		return Arrays.stream(new InvocableHandlerMethod(bean, method).getMethodParameters())
			.filter((parameter) -> !HandlerKind.isSpecial(parameter.getParameterType()))
			.toList();
	}

	private static <P> SocketHandlerMethod<P> build(InvocableHandlerMethod invocable, HandlerKind<P> kind,
			HandlerMethodArgumentResolverComposite resolvers) {
		resolvers.addResolver(new TypedArgumentResolver<>(kind));
		invocable.setMessageMethodArgumentResolvers(resolvers);
		return new SocketHandlerMethod<>(invocable);
	}

	private static InvalidHandlerMethodException unknownParameter(HandlerKind<?> kind, MethodParameter parameter,
			String action) {
		Method method = (Method) parameter.getExecutable();
		return new InvalidHandlerMethodException(
				method, "parameter " + parameter.getParameterIndex() + " is of type "
						+ parameter.getParameterType().getName() + ", which " + kind.annotationName() + " cannot give",
				action);
	}

}
