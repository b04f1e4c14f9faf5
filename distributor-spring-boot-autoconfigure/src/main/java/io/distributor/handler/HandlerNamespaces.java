package io.distributor.handler;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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
		return namespaces(annotation);
	}

	/**
	 * Returns the names of the namespaces that a class names.
	 */
	Set<String> declared(Class<?> type) {
		SocketNamespace annotation = annotation(type);
		return (annotation != null) ? namespaces(annotation).stream().map(Namespace::name).collect(Collectors.toSet())
				: Set.of();
	}

	private static @Nullable SocketNamespace annotation(Class<?> type) {
		return AnnotatedElementUtils.findMergedAnnotation(type, SocketNamespace.class);
	}

	private List<Namespace> namespaces(SocketNamespace annotation) {
		return Arrays.stream(annotation.value()).map(this.tools::resolve).map(this.io::of).distinct().toList();
	}

}
