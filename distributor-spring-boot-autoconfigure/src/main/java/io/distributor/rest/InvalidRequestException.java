package io.distributor.rest;

/**
 * A request asks for something that is not there, or does not say what.
 */
final class InvalidRequestException extends RuntimeException {

	InvalidRequestException(String message) {
		super(message);
	}

	InvalidRequestException(String message, Throwable cause) {
		super(message, cause);
	}

}
