package io.distributor.handler;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import io.distributor.annotation.SocketNamespace;
import io.distributor.backend.IndirectIo;
import io.distributor.backend.Namespace;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * Knows the namespaces of classes with handler methods.
 */
final class HandlerNamespaces {

	private final IndirectIo io;

	private final HandlerTools tools;

	HandlerNamespaces(IndirectIo io, HandlerTools tools) {
		this.io = io;
		this.tools = tools;
	}

	/**
	 * Lets the backend own what the classes name: names before patterns, since a name
	 * that is not owned yet could be one of a pattern.
	 */
	void own(Collection<HandlerBeans.Candidate> candidates) {
		candidates.stream()
			.flatMap((candidate) -> names(candidate.beanType()).stream().map((name) -> new Named(name, candidate)))
			.sorted(Comparator.comparing(Named::isPattern))
			.forEach((named) -> find(named.name(), named.candidate().method()));
	}

	/**
	 * Returns the namespaces the methods of a class belong to: the first one of this
	 * backend if the class names none.
	 */
	List<Namespace> of(Class<?> type, Method method) {
		SocketNamespace annotation = annotation(type);
		if (annotation == null) {
			return List.of(this.io);
		}
		if (annotation.value().length == 0) {
			throw new InvalidHandlerMethodException(method, "@SocketNamespace names no namespace",
					"Name the namespaces of its class: @SocketNamespace(\"/chat\").");
		}
		return declared(type, method);
	}

	/**
	 * Returns the namespaces that a class names.
	 */
	List<Namespace> declared(Class<?> type, Method method) {
		return names(type).stream().map((name) -> find(name, method)).distinct().toList();
	}

	private List<String> names(Class<?> type) {
		SocketNamespace annotation = annotation(type);
		return (annotation != null) ? Arrays.stream(annotation.value()).map(this.tools::resolve).toList() : List.of();
	}

	private static @Nullable SocketNamespace annotation(Class<?> type) {
		return AnnotatedElementUtils.findMergedAnnotation(type, SocketNamespace.class);
	}

	private Namespace find(String name, Method method) {
		Namespace namespace;
		try {
			namespace = this.io.of(name);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidHandlerMethodException(method, "@SocketNamespace has the " + ex.getMessage(),
					"Give @SocketNamespace names, or patterns such as \"/workspace-{id}\".", ex);
		}
		if (!namespace.variables().isEmpty()) {
			throw new InvalidHandlerMethodException(method,
					"namespace '" + name + "' is one of a pattern this backend owns",
					"Name it in 'distributor.backend.namespace' too, so that it is owned by itself.");
		}
		return namespace;
	}

	private record Named(String name, HandlerBeans.Candidate candidate) {

		boolean isPattern() {
			return this.name.indexOf('{') >= 0;
		}

	}

}
