package io.distributor.handler;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.distributor.backend.ArgumentConversionException;

import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/**
 * Arguments convert, but are not valid. The text names what is wrong, not its value.
 */
public class ArgumentValidationException extends ArgumentConversionException {

	private final transient List<ObjectError> errors;

	ArgumentValidationException(List<ObjectError> errors) {
		super(text(errors));
		this.errors = List.copyOf(errors);
	}

	/**
	 * Returns what is wrong. A {@link FieldError} quotes what the client sent.
	 * @return the errors, at least one; their object name says which argument it is
	 */
	public List<ObjectError> errors() {
		return this.errors;
	}

	private static String text(List<ObjectError> errors) {
		Map<String, String> byArgument = errors.stream()
			.collect(Collectors.groupingBy(ObjectError::getObjectName, LinkedHashMap::new,
					Collectors.mapping(ArgumentValidationException::text, Collectors.joining(", "))));
		return byArgument.entrySet()
			.stream()
			.map((argument) -> argument.getKey() + ": " + argument.getValue())
			.collect(Collectors.joining("; "));
	}

	private static String text(ObjectError error) {
		return (error instanceof FieldError field) ? field.getField() + " " + error.getDefaultMessage()
				: String.valueOf(error.getDefaultMessage());
	}

}
