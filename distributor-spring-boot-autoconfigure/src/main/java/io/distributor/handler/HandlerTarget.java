package io.distributor.handler;

import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.distributor.backend.Namespace;

/**
 * A method that becomes a handler.
 *
 * @param bean its bean
 * @param method the method, as it can be called on the bean
 * @param namespaces the namespaces it is for; none: all there are
 */
record HandlerTarget(Object bean, Method method, List<Namespace> namespaces) {

	HandlerTarget {
		namespaces = List.copyOf(namespaces);
	}

	/**
	 * Returns the variables that some of the namespaces have.
	 */
	Set<String> variableNames() {
		return this.namespaces.stream()
			.flatMap((namespace) -> namespace.variableNames().stream())
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	/**
	 * Returns whether each namespace has a variable.
	 */
	boolean hasVariableEverywhere(String name) {
		return !this.namespaces.isEmpty()
				&& this.namespaces.stream().allMatch((namespace) -> namespace.variableNames().contains(name));
	}

	String namespaceNames() {
		return this.namespaces.stream()
			.map((namespace) -> "'" + namespace.name() + "'")
			.collect(Collectors.joining(", "));
	}

}
