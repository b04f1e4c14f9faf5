package io.distributor.handler;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.aop.scope.ScopedObject;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.annotation.OrderUtils;

/**
 * Finds the annotated methods of all beans, proxied ones included.
 */
final class HandlerBeans {

	private static final Logger logger = LoggerFactory.getLogger(HandlerBeans.class);

	private final ConfigurableListableBeanFactory beanFactory;

	private final Collection<Class<? extends Annotation>> annotations;

	HandlerBeans(ConfigurableListableBeanFactory beanFactory, Collection<Class<? extends Annotation>> annotations) {
		this.beanFactory = beanFactory;
		this.annotations = annotations;
	}

	/**
	 * Returns the methods, by the {@code @Order} of the method or else of its class.
	 */
	List<Candidate> find() {
		return Stream.of(this.beanFactory.getBeanNamesForType(Object.class))
			.filter((name) -> !ScopedProxyUtils.isScopedTarget(name))
			.flatMap(this::methods)
			.sorted(Comparator.comparingInt(Candidate::order))
			.toList();
	}

	private Stream<Candidate> methods(String beanName) {
		Class<?> type = targetType(beanName);
		if (type == null || !AnnotationUtils.isCandidateClass(type, this.annotations)) {
			return Stream.empty();
		}
		Set<Method> methods = MethodIntrospector.selectMethods(type, (Method method) -> this.annotations.stream()
			.anyMatch((annotation) -> AnnotatedElementUtils.hasAnnotation(method, annotation)));
		return methods.stream().map((method) -> new Candidate(beanName, type, method));
	}

	private @Nullable Class<?> targetType(String beanName) {
		try {
			Class<?> type = AutoProxyUtils.determineTargetClass(this.beanFactory, beanName);
			return (type != null && ScopedObject.class.isAssignableFrom(type)) ? AutoProxyUtils
				.determineTargetClass(this.beanFactory, ScopedProxyUtils.getTargetBeanName(beanName)) : type;
		}
		catch (BeansException | LinkageError ex) {
			logger.debug("Bean '{}' has no type that can be found, so no handlers", beanName, ex);
			return null;
		}
	}

	/**
	 * An annotated method.
	 *
	 * @param beanName name of its bean
	 * @param beanType class of its bean, without proxies
	 * @param method the method
	 */
	record Candidate(String beanName, Class<?> beanType, Method method) {

		int order() {
			Integer order = OrderUtils.getOrder(this.method);
			return (order != null) ? order : OrderUtils.getOrder(this.beanType, Ordered.LOWEST_PRECEDENCE);
		}

	}

}
