package io.distributor.rest;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The answer to a request.
 *
 * @param status HTTP status
 * @param body what is written as JSON, or {@code null} for nothing
 */
record RestAnswer(int status, @Nullable Object body) {

	static final RestAnswer ACCEPTED = new RestAnswer(202, null);

	static RestAnswer problem(int status, String title, String detail) {
		return new RestAnswer(status, new Problem("about:blank", title, status, detail));
	}

	boolean isProblem() {
		return this.body instanceof Problem;
	}

	String contentType() {
		return isProblem() ? "application/problem+json" : "application/json";
	}

	Map<String, String> headers() {
		return switch (this.status) {
			case 401 -> Map.of("WWW-Authenticate", "Bearer");
			case 503 -> Map.of("Retry-After", "1");
			default -> Map.of();
		};
	}

	/**
	 * What is wrong, as RFC 9457 has it.
	 */
	record Problem(String type, String title, int status, String detail) {
	}

}
