package io.distributor.autoconfigure.aot;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Set;

import io.distributor.backend.Socket;

import org.springframework.aot.generate.GenerationContext;
import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.ExecutableMode;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.ReflectionHints;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.beans.factory.aot.BeanRegistrationAotContribution;
import org.springframework.beans.factory.aot.BeanRegistrationCode;

/**
 * Lets handler methods be called, and what they take and return be read and written; and
 * lets interfaces for sending be implemented.
 */
class HandlerBeanAotContribution implements BeanRegistrationAotContribution {

	private static final String API = Socket.class.getPackageName();

	private final BindingReflectionHintsRegistrar binding = new BindingReflectionHintsRegistrar();

	private final Set<Method> handlers;

	private final Class<?>[] interfaces;

	HandlerBeanAotContribution(Set<Method> handlers, Class<?>[] interfaces) {
		this.handlers = handlers;
		this.interfaces = interfaces;
	}

	@Override
	public void applyTo(GenerationContext generationContext, BeanRegistrationCode beanRegistrationCode) {
		RuntimeHints hints = generationContext.getRuntimeHints();
		for (Method handler : this.handlers) {
			hints.reflection().registerMethod(handler, ExecutableMode.INVOKE);
			registerPayloads(hints.reflection(), handler);
		}
		for (Class<?> type : this.interfaces) {
			hints.proxies().registerJdkProxy(type);
			hints.reflection().registerType(type, MemberCategory.INVOKE_PUBLIC_METHODS);
			Arrays.stream(type.getMethods()).forEach((method) -> registerPayloads(hints.reflection(), method));
		}
	}

	private void registerPayloads(ReflectionHints hints, Method method) {
		for (Parameter parameter : method.getParameters()) {
			if (!isOurs(parameter.getType())) {
				register(hints, parameter.getParameterizedType());
			}
		}
		if (!isOurs(method.getReturnType())) {
			register(hints, method.getGenericReturnType());
		}
	}

	private void register(ReflectionHints hints, Type type) {
		if (type != void.class) {
			this.binding.registerReflectionHints(hints, type);
		}
	}

	private static boolean isOurs(Class<?> type) {
		return type.getPackageName().equals(API);
	}

}
