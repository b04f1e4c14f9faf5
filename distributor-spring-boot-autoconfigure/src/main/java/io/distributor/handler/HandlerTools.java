package io.distributor.handler;

import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.util.ClassUtils;
import org.springframework.validation.Validator;

/**
 * What handler methods are called with.
 *
 * @param beanFactory gives the beans, and resolves placeholders
 * @param mapper converts JSON
 * @param conversionService converts text
 * @param validator validates what asks for it, or {@code null}
 * @param interceptors surround each call, the first one outermost
 */
record HandlerTools(ConfigurableListableBeanFactory beanFactory, JsonMapper mapper, ConversionService conversionService,
		@Nullable Validator validator, List<HandlerInterceptor> interceptors) {

	private static final boolean BEAN_VALIDATION_PRESENT = ClassUtils.isPresent("jakarta.validation.Validator",
			HandlerTools.class.getClassLoader());

	static HandlerTools of(ConfigurableListableBeanFactory beanFactory, JsonMapper mapper,
			@Nullable Validator validator, List<HandlerInterceptor> interceptors) {
		ConversionService conversionService = Objects.requireNonNullElseGet(beanFactory.getConversionService(),
				DefaultConversionService::getSharedInstance);
		return new HandlerTools(beanFactory, mapper.rebuild().deactivateDefaultTyping().build(), conversionService,
				validator, List.copyOf(interceptors));
	}

	/**
	 * Finds the constraints that the parameters of a method have by themselves.
	 * @param names what each parameter is
	 * @return the constraints, or {@code null} if there are none, or nothing that knows
	 * them
	 */
	@Nullable MethodConstraints constraints(HandlerTarget target, IntFunction<String> names) {
		return (BEAN_VALIDATION_PRESENT && this.validator instanceof jakarta.validation.Validator constraintValidator)
				? MethodConstraints.of(target, names, constraintValidator) : null;
	}

	String resolve(String text) {
		return Objects.requireNonNullElse(this.beanFactory.resolveEmbeddedValue(text), "");
	}

}
