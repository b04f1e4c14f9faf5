package io.distributor.contract;

import java.lang.reflect.Method;
import java.lang.reflect.Type;

import io.distributor.annotation.ServerEvents;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.beans.factory.aot.BeanRegistrationAotContribution;
import org.springframework.beans.factory.aot.BeanRegistrationAotProcessor;
import org.springframework.beans.factory.support.RegisteredBean;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * Tells a native image of the event interfaces that beans name by {@link ServerEvents}:
 * of their proxies, and of the types that are written and read.
 */
class ServerEventsHints implements BeanRegistrationAotProcessor {

	private final BindingReflectionHintsRegistrar bindings = new BindingReflectionHintsRegistrar();

	@Override
	public @Nullable BeanRegistrationAotContribution processAheadOfTime(RegisteredBean bean) {
		ServerEvents annotation = AnnotatedElementUtils.findMergedAnnotation(bean.getBeanClass(), ServerEvents.class);
		return (annotation != null) ? (generation, code) -> register(generation.getRuntimeHints(), annotation.value())
				: null;
	}

	private void register(RuntimeHints hints, Class<?>[] types) {
		for (Class<?> type : types) {
			hints.proxies().registerJdkProxy(type);
			hints.reflection().registerType(type, MemberCategory.INVOKE_PUBLIC_METHODS);
			for (Method method : type.getMethods()) {
				this.bindings.registerReflectionHints(hints.reflection(), bound(method));
			}
		}
	}

	private static Type[] bound(Method method) {
		Type[] parameters = method.getGenericParameterTypes();
		Type[] bound = new Type[parameters.length + 1];
		System.arraycopy(parameters, 0, bound, 0, parameters.length);
		bound[parameters.length] = method.getGenericReturnType();
		return bound;
	}

}
