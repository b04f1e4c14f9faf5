package io.distributor.handler;

import java.lang.annotation.Annotation;

import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.SmartValidator;
import org.springframework.validation.Validator;
import org.springframework.validation.annotation.ValidationAnnotationUtils;

/**
 * Validates an argument, if its parameter asks for that.
 */
@FunctionalInterface
interface ArgumentValidation {

	/**
	 * Validates an argument.
	 * @param value the argument
	 * @param what which argument, for the text of the exception
	 * @throws ArgumentValidationException if it is not valid
	 */
	void validate(Object value, String what);

	static ArgumentValidation of(MethodParameter parameter, @Nullable Validator validator) {
		if (validator != null) {
			for (Annotation annotation : parameter.getParameterAnnotations()) {
				Object[] hints = ValidationAnnotationUtils.determineValidationHints(annotation);
				if (hints != null) {
					return (value, what) -> validate(validator, value, what, hints);
				}
			}
		}
		return (value, what) -> {
		};
	}

	private static void validate(Validator validator, Object value, String what, Object[] hints) {
		BeanPropertyBindingResult result = new BeanPropertyBindingResult(value, what);
		if (hints.length > 0 && validator instanceof SmartValidator smartValidator) {
			smartValidator.validate(value, result, hints);
		}
		else {
			validator.validate(value, result);
		}
		if (result.hasErrors()) {
			throw new ArgumentValidationException(result.getAllErrors());
		}
	}

}
