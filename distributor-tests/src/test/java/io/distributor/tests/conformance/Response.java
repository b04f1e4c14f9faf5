package io.distributor.tests.conformance;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An HTTP response.
 *
 * @param status its status
 * @param headers its headers by lower-case name
 * @param body its body
 */
record Response(int status, Map<String, String> headers, byte[] body) {

	private static final String SEPARATOR = "\u001e";

	String text() {
		return new String(this.body, StandardCharsets.UTF_8);
	}

	/**
	 * Returns the packets of a payload of revision 4.
	 */
	List<String> packets() {
		return List.of(text().split(SEPARATOR, -1));
	}

	@Nullable String header(String name) {
		return this.headers.get(name);
	}

}
