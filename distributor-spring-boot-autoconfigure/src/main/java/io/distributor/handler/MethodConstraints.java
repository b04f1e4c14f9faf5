package io.distributor.handler;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

import jakarta.validation.Validator;
import jakarta.validation.metadata.MethodDescriptor;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.support.AopUtils;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.ObjectError;
import org.springframework.validation.annotation.ValidationAnnotationUtils;
import org.springframework.validation.beanvalidation.MethodValidationAdapter;
import org.springframework.validation.method.MethodValidationResult;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;

/**
 * The constraints that the parameters of a method have by themselves, such as
 * {@code @NotBlank String name}. May be used from any thread.
 */
final class MethodConstraints {

	private final HandlerTarget target;

	private final IntFunction<String> names;

	private final MethodValidationAdapter adapter;

	private final Class<?>[] groups;

	private MethodConstraints(HandlerTarget target, IntFunction<String> names, Validator validator) {
		this.target = target;
		this.names = names;
		this.adapter = new MethodValidationAdapter(validator);
		this.adapter.setObjectNameResolver((parameter, value) -> names.apply(parameter.getParameterIndex()));
		this.groups = ValidationAnnotationUtils.determineValidationGroups(target.bean(), target.method());
	}

	/**
	 * Finds the constraints of a method.
	 * @param names what each parameter is, for the text of the exception
	 * @return the constraints, or {@code null} if it has none
	 */
	static @Nullable MethodConstraints of(HandlerTarget target, IntFunction<String> names, Validator validator) {
		Method method = target.method();
		MethodDescriptor descriptor = validator.getConstraintsForClass(AopUtils.getTargetClass(target.bean()))
			.getConstraintsForMethod(method.getName(), method.getParameterTypes());
		return (descriptor != null && isConstrained(descriptor)) ? new MethodConstraints(target, names, validator)
				: null;
	}

	private static boolean isConstrained(MethodDescriptor method) {
		return method.getCrossParameterDescriptor().hasConstraints() || method.getParameterDescriptors()
			.stream()
			.anyMatch((parameter) -> parameter.hasConstraints()
					|| !parameter.getConstrainedContainerElementTypes().isEmpty());
	}

	/**
	 * Validates the arguments of a call.
	 * @throws ArgumentValidationException if some are not valid
	 */
	void validate(@Nullable Object[] arguments) {
		MethodValidationResult result = this.adapter.validateArguments(this.target.bean(), this.target.method(), null,
				arguments, this.groups);
		if (result.hasErrors()) {
			List<ObjectError> errors = new ArrayList<>();
			result.getParameterValidationResults().forEach((ofParameter) -> errors.addAll(errors(ofParameter)));
			result.getCrossParameterValidationResults().forEach((error) -> errors.add(error("arguments", error)));
			throw new ArgumentValidationException(errors);
		}
	}

	private List<ObjectError> errors(ParameterValidationResult result) {
		if (result instanceof ParameterErrors ofFields) {
			return ofFields.getAllErrors();
		}
		String name = this.names.apply(result.getMethodParameter().getParameterIndex());
		return result.getResolvableErrors().stream().map((error) -> error(name, error)).toList();
	}

	private static ObjectError error(String name, MessageSourceResolvable error) {
		return new ObjectError(name, error.getCodes(), error.getArguments(), error.getDefaultMessage());
	}

}
