package io.distributor.handler;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.distributor.annotation.EventExceptionHandler;
import io.distributor.annotation.SocketAdvice;
import io.distributor.backend.Ack;
import io.distributor.backend.Arguments;
import io.distributor.backend.Event;
import io.distributor.backend.Namespace;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * Methods that handle exceptions, of all beans.
 */
final class ExceptionHandlers {

	private static final Set<Class<?>> OF_EVENTS = Set.of(Event.class, Ack.class, Arguments.class);

	private final HandlerKind<Failure> kind;

	private final HandlerMethodFactory factory;

	private final HandlerTools tools;

	private final Map<String, ExceptionMethods> ofBeans = new HashMap<>();

	private final Map<ExceptionMethods, Set<String>> advice = new LinkedHashMap<>();

	ExceptionHandlers(HandlerKind<Failure> kind, HandlerMethodFactory factory, HandlerTools tools) {
		this.kind = kind;
		this.factory = factory;
		this.tools = tools;
	}

	/**
	 * Adds a method.
	 * @param target the method; its namespaces matter if it is advice
	 */
	void add(HandlerBeans.Candidate candidate, HandlerTarget target) {
		ExceptionMethods ofBean = this.ofBeans.computeIfAbsent(candidate.beanName(), (name) -> new ExceptionMethods());
		ExceptionMethod added = create(candidate, target);
		for (Class<? extends Throwable> type : added.types()) {
			if (ofBean.handles(type)) {
				throw new InvalidHandlerMethodException(target.method(),
						type.getName() + " is handled by another method of its bean already",
						"Keep one method with @EventExceptionHandler for each type of exception.");
			}
		}
		ofBean.add(added);
		if (isAdvice(candidate)) {
			this.advice.put(ofBean, target.namespaces().stream().map(Namespace::name).collect(Collectors.toSet()));
		}
	}

	/**
	 * Returns whether a bean lends its methods to others.
	 */
	static boolean isAdvice(HandlerBeans.Candidate candidate) {
		return AnnotatedElementUtils.hasAnnotation(candidate.beanType(), SocketAdvice.class);
	}

	private ExceptionMethod create(HandlerBeans.Candidate candidate, HandlerTarget target) {
		Method method = target.method();
		SocketHandlerMethod<Failure> handler = this.factory.forFailure(this.kind, target);
		AnswerAdapter answer = AnswerAdapters.forMethod(method, candidate.beanType(), ExceptionMethod.LOOKS_ON);
		boolean forConnects = !AnswerAdapters.isAsynchronous(method, candidate.beanType()) && !needsEvent(method);
		return new ExceptionMethod(handler, types(candidate, method), answer, forConnects,
				method.getReturnType() == void.class);
	}

	private static boolean needsEvent(Method method) {
		for (int i = 0; i < method.getParameterCount(); i++) {
			MethodParameter parameter = new MethodParameter(method, i);
			if (OF_EVENTS.contains(parameter.getParameterType()) && !parameter.isOptional()) {
				return true;
			}
		}
		return false;
	}

	private static List<Class<? extends Throwable>> types(HandlerBeans.Candidate candidate, Method method) {
		EventExceptionHandler annotation = AnnotatedElementUtils.findMergedAnnotation(candidate.method(),
				EventExceptionHandler.class);
		List<Class<? extends Throwable>> taken = taken(method);
		List<Class<? extends Throwable>> named = (annotation != null) ? List.of(annotation.value()) : List.of();
		if (named.isEmpty() && taken.isEmpty()) {
			throw new InvalidHandlerMethodException(method, "@EventExceptionHandler names no exception",
					"Name the exceptions, @EventExceptionHandler(IOException.class), or take the exception as a "
							+ "parameter.");
		}
		for (Class<? extends Throwable> type : named) {
			for (Class<? extends Throwable> parameter : taken) {
				if (!parameter.isAssignableFrom(type)) {
					throw new InvalidHandlerMethodException(method,
							"it handles " + type.getName() + ", but takes " + parameter.getName(),
							"Give the parameter a type that all exceptions it handles have.");
				}
			}
		}
		return named.isEmpty() ? taken : named;
	}

	@SuppressWarnings("unchecked")
	private static List<Class<? extends Throwable>> taken(Method method) {
		List<Class<? extends Throwable>> taken = new ArrayList<>();
		Arrays.stream(method.getParameterTypes())
			.filter(Throwable.class::isAssignableFrom)
			.forEach((type) -> taken.add((Class<? extends Throwable>) type));
		if (taken.size() > 1) {
			throw new InvalidHandlerMethodException(method, "it takes " + taken.size() + " exceptions",
					"Take one exception, of a type that all exceptions it handles have.");
		}
		return taken;
	}

	/**
	 * Returns what is done when a method fails.
	 * @param beanName name of its bean
	 * @param namespace name of its namespace
	 */
	FailureHandling of(String beanName, String namespace) {
		List<ExceptionMethods> methods = new ArrayList<>();
		@Nullable ExceptionMethods own = this.ofBeans.get(beanName);
		if (own != null) {
			methods.add(own);
		}
		this.advice.forEach((shared, namespaces) -> {
			if (shared != own && (namespaces.isEmpty() || namespaces.contains(namespace))) {
				methods.add(shared);
			}
		});
		return new FailureHandling(methods, this.tools.interceptors());
	}

}
