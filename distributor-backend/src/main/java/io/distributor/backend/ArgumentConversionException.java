package io.distributor.backend;

/**
 * An argument is not what was asked for.
 */
public class ArgumentConversionException extends RuntimeException {

	/**
	 * Creates the exception.
	 * @param message which argument, what was expected
	 */
	public ArgumentConversionException(String message) {
		super(message);
	}

	/**
	 * Creates the exception.
	 * @param message which argument, what was expected
	 * @param cause the cause
	 */
	public ArgumentConversionException(String message, Throwable cause) {
		super(message, cause);
	}

}
