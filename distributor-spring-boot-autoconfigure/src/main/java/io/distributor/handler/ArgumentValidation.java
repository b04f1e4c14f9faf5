package io.distributor.handler;

import java.lang.annotation.Annotation;
import java.util.stream.Collectors;

import io.distributor.backend.ArgumentConversionException;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
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
	 * @throws ArgumentConversionException names the fields that are wrong, not their
	 * values
	 */
	void validate(Object value, int position);

	static ArgumentValidation of(MethodParameter parameter, @Nullable Validator validator) {
		if (validator != null) {
			for (Annotation annotation : parameter.getParameterAnnotations()) {
				Object[] hints = ValidationAnnotationUtils.determineValidationHints(annotation);
				if (hints != null) {
					return (value, position) -> validate(validator, value, position, hints);
				}
			}
		}
		return (value, position) -> {
		};
	}

	private static void validate(Validator validator, Object value, int position, Object[] hints) {
		BeanPropertyBindingResult result = new BeanPropertyBindingResult(value, "argument " + position);
		if (hints.length > 0 && validator instanceof SmartValidator smartValidator) {
			smartValidator.validate(value, result, hints);
		}
		else {
			validator.validate(value, result);
		}
		if (result.hasErrors()) {
			throw new ArgumentConversionException(result.getAllErrors()
				.stream()
				.map(ArgumentValidation::text)
				.collect(Collectors.joining(", ", "argument " + position + ": ", "")));
		}
	}

	private static String text(ObjectError error) {
		String subject = (error instanceof FieldError fieldError) ? fieldError.getField() : error.getObjectName();
		return subject + " " + error.getDefaultMessage();
	}

}
