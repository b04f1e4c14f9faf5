package io.distributor.engine.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.netty.handler.codec.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * What a proxy says of the client it speaks for.
 *
 * @param addresses the client and the proxies before the last one, in their order
 * @param protocol {@code http} or {@code https} as the last proxy says, or {@code null}
 * @param host the host as the last proxy says, or {@code null}
 */
record Forwarding(List<String> addresses, @Nullable String protocol, @Nullable String host) {

	private static final String STANDARD = "forwarded";

	private static final String FOR = "x-forwarded-for";

	private static final String PROTOCOL = "x-forwarded-proto";

	private static final String HOST = "x-forwarded-host";

	static Forwarding ofSeparateHeaders(HttpHeaders headers) {
		return new Forwarding(elements(headers, FOR), last(elements(headers, PROTOCOL)), last(elements(headers, HOST)));
	}

	static Forwarding ofStandardHeader(HttpHeaders headers) {
		List<String> addresses = new ArrayList<>();
		String protocol = null;
		String host = null;
		for (String hop : elements(headers, STANDARD)) {
			addresses.add(parameter(hop, "for"));
			protocol = emptyToNull(parameter(hop, "proto"));
			host = emptyToNull(parameter(hop, "host"));
		}
		return new Forwarding(addresses, protocol, host);
	}

	private static @Nullable String emptyToNull(String text) {
		return text.isEmpty() ? null : text;
	}

	private static @Nullable String last(List<String> elements) {
		return elements.isEmpty() ? null : elements.get(elements.size() - 1);
	}

	/** Splits at the commas outside of quotes. */
	private static List<String> elements(HttpHeaders headers, String name) {
		List<String> elements = new ArrayList<>();
		for (String value : headers.getAll(name)) {
			split(value, ',', elements);
		}
		return elements;
	}

	private static void split(String value, char separator, List<String> target) {
		boolean quoted = false;
		int start = 0;
		for (int i = 0; i < value.length(); i++) {
			char character = value.charAt(i);
			if (character == '"') {
				quoted = !quoted;
			}
			else if (character == separator && !quoted) {
				target.add(value.substring(start, i).trim());
				start = i + 1;
			}
		}
		target.add(value.substring(start).trim());
	}

	private static String parameter(String hop, String name) {
		List<String> pairs = new ArrayList<>();
		split(hop, ';', pairs);
		for (String pair : pairs) {
			int equals = pair.indexOf('=');
			if (equals > 0 && pair.substring(0, equals).trim().toLowerCase(Locale.ROOT).equals(name)) {
				return pair.substring(equals + 1).replace("\"", "").trim();
			}
		}
		return "";
	}

}
