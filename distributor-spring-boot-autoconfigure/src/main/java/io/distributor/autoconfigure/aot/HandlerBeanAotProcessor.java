package io.distributor.autoconfigure.aot;

import java.lang.reflect.Method;
import java.util.Set;

import io.distributor.annotation.OnEvent;
import io.distributor.annotation.ServerEvents;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.aot.BeanRegistrationAotContribution;
import org.springframework.beans.factory.aot.BeanRegistrationAotProcessor;
import org.springframework.beans.factory.support.RegisteredBean;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.util.ClassUtils;

/**
 * Finds the beans that have handler methods, or say by which interfaces they send.
 */
class HandlerBeanAotProcessor implements BeanRegistrationAotProcessor {

	private static final String ANNOTATIONS = OnEvent.class.getPackageName();

	@Override
	public @Nullable BeanRegistrationAotContribution processAheadOfTime(RegisteredBean registeredBean) {
		Class<?> type = ClassUtils.getUserClass(registeredBean.getBeanClass());
		if (type.getPackageName().startsWith("java.")) {
			return null;
		}
		Set<Method> methods = MethodIntrospector.selectMethods(type, HandlerBeanAotProcessor::isHandler);
		Class<?>[] interfaces = interfaces(type);
		return (!methods.isEmpty() || interfaces.length > 0) ? new HandlerBeanAotContribution(methods, interfaces)
				: null;
	}

	private static boolean isHandler(Method method) {
		return MergedAnnotations.from(method, SearchStrategy.TYPE_HIERARCHY)
			.stream()
			.anyMatch((annotation) -> annotation.getType().getPackageName().equals(ANNOTATIONS));
	}

	private static Class<?>[] interfaces(Class<?> type) {
		return MergedAnnotations.from(type, SearchStrategy.TYPE_HIERARCHY)
			.get(ServerEvents.class)
			.getValue("value", Class[].class)
			.orElse(new Class<?>[0]);
	}

}
