package io.distributor.backend.json;

import io.distributor.backend.ArgumentConversionException;

/**
 * A payload is no JSON array.
 */
final class NotAnArrayException extends ArgumentConversionException {

	NotAnArrayException() {
		super("payload: something else (expected: a JSON array)");
	}

}
