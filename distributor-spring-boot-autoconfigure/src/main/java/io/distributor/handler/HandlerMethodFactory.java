package io.distributor.handler;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import io.distributor.backend.Event;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.messaging.handler.invocation.HandlerMethodArgumentResolverComposite;
import org.springframework.messaging.handler.invocation.InvocableHandlerMethod;

/**
 * Builds what calls a handler method, and refuses methods that can never be called.
 */
final class HandlerMethodFactory {

	private final HandlerTools tools;

	private final NamedValues namedValues;

	HandlerMethodFactory(HandlerTools tools) {
		this.tools = tools;
		this.namedValues = new NamedValues(tools);
	}

	/**
	 * Builds what calls a method that returns nothing.
	 */
	<P> SocketHandlerMethod<P> forListener(HandlerKind<P> kind, HandlerTarget target) {
		Method method = target.method();
		SocketHandlerMethod<P> handler = build(kind, target, (parameter) -> {
			throw unknownParameter(kind, parameter, allowed(kind) + ".");
		});
		if (method.getReturnType() != void.class) {
			throw new InvalidHandlerMethodException(method,
					"it returns " + method.getReturnType().getName() + " (expected: void)",
					"Let a method with " + kind.annotationName() + " return void.");
		}
		return handler;
	}

	/**
	 * Builds what calls a method that may also take arguments of the event.
	 */
	SocketHandlerMethod<Event> forEvent(HandlerKind<Event> kind, HandlerTarget target) {
		List<MethodParameter> arguments = new ArrayList<>();
		return build(kind, target, (parameter) -> {
			if (HandlerKind.isSpecial(parameter.getParameterType())) {
				throw unknownParameter(kind, parameter,
						allowed(kind) + "; every other one takes the next argument of the event.");
			}
			if (Throwable.class.isAssignableFrom(parameter.getParameterType())) {
				throw unknownParameter(kind, parameter,
						"Exceptions are handled by methods with @EventExceptionHandler. " + allowed(kind) + ".");
			}
			arguments.add(parameter);
			return EventParameter.of(parameter, arguments.size() - 1,
					ArgumentValidation.of(parameter, this.tools.validator()));
		});
	}

	/**
	 * Returns the parameters that take arguments of the event.
	 */
	List<MethodParameter> arguments(HandlerKind<Event> kind, HandlerTarget target) {
		return Arrays.stream(parameters(target))
			.filter((parameter) -> source(kind, parameter, target) == null)
			.toList();
	}

	/**
	 * Builds what calls a method that handles failures.
	 */
	SocketHandlerMethod<Failure> forFailure(HandlerKind<Failure> kind, HandlerTarget target) {
		return build(kind, target, (parameter) -> {
			if (!Throwable.class.isAssignableFrom(parameter.getParameterType())) {
				throw unknownParameter(kind, parameter, allowed(kind) + ", or of the type of the exception.");
			}
			return Failure::exception;
		});
	}

	/**
	 * Builds what calls a method.
	 * @param others gives what parameters get that the kind does not know
	 */
	<P> SocketHandlerMethod<P> build(HandlerKind<P> kind, HandlerTarget target,
			Function<MethodParameter, ParameterSource<P>> others) {
		List<ParameterSource<P>> sources = new ArrayList<>();
		for (MethodParameter parameter : parameters(target)) {
			ParameterSource<P> source = source(kind, parameter, target);
			sources.add((source != null) ? source : others.apply(parameter));
		}
		MethodConstraints constraints = this.tools.constraints(target, (index) -> sources.get(index).what());
		InvocableHandlerMethod invocable = (constraints != null) ? new ConstrainedMethod(target, constraints)
				: new InvocableHandlerMethod(target.bean(), target.method());
		HandlerMethodArgumentResolverComposite resolvers = new HandlerMethodArgumentResolverComposite();
		resolvers.addResolver(new ParameterResolver<>(sources));
		invocable.setMessageMethodArgumentResolvers(resolvers);
		return new SocketHandlerMethod<>(invocable, kind.socket(), this.tools.interceptors());
	}

	private static MethodParameter[] parameters(HandlerTarget target) {
		return new InvocableHandlerMethod(target.bean(), target.method()).getMethodParameters();
	}

	private <P> @Nullable ParameterSource<P> source(HandlerKind<P> kind, MethodParameter parameter,
			HandlerTarget target) {
		NamedParameter named = this.namedValues.find(parameter, target);
		if (named != null) {
			return new SocketParameter<>(named, kind.socket());
		}
		PrincipalParameter principal = PrincipalParameter.of(parameter);
		if (principal != null) {
			return new SocketParameter<>(principal, kind.socket());
		}
		return kind.value(parameter.getParameterType());
	}

	private static String allowed(HandlerKind<?> kind) {
		return "Parameters may be of these types: " + kind.typeNames() + ", Principal; or annotated with one of "
				+ NamedValues.annotationNames();
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
