package io.distributor.handler;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.DefaultConversionService;
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

	static HandlerTools of(ConfigurableListableBeanFactory beanFactory, JsonMapper mapper,
			@Nullable Validator validator, List<HandlerInterceptor> interceptors) {
		ConversionService conversionService = Objects.requireNonNullElseGet(beanFactory.getConversionService(),
				DefaultConversionService::getSharedInstance);
		return new HandlerTools(beanFactory, mapper.rebuild().deactivateDefaultTyping().build(), conversionService,
				validator, List.copyOf(interceptors));
	}

	String resolve(String text) {
		return Objects.requireNonNullElse(this.beanFactory.resolveEmbeddedValue(text), "");
	}

}
