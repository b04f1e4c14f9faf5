package io.distributor.handler;

import java.util.List;
import java.util.stream.Collectors;

import io.distributor.backend.ArgumentConversionException;

import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/**
 * An argument converts, but is not valid. The text names what is wrong, not its value.
 */
public class ArgumentValidationException extends ArgumentConversionException {

	private final transient List<ObjectError> errors;

	ArgumentValidationException(String what, List<ObjectError> errors) {
		super(errors.stream()
			.map(ArgumentValidationException::text)
			.collect(Collectors.joining(", ", what + ": ", "")));
		this.errors = List.copyOf(errors);
	}

	/**
	 * Returns what is wrong. A {@link FieldError} quotes what the client sent.
	 * @return the errors, at least one
	 */
	public List<ObjectError> errors() {
		return this.errors;
	}

	private static String text(ObjectError error) {
		String subject = (error instanceof FieldError fieldError) ? fieldError.getField() : error.getObjectName();
		return subject + " " + error.getDefaultMessage();
	}

}
