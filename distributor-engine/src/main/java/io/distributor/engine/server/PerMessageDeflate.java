package io.distributor.engine.server;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Agrees on the WebSocket extension permessage-deflate (RFC 7692, section 7.1), always
 * without context takeover: neither side keeps anything from one message to the next, so
 * that a connection costs no more memory and a broadcast is compressed once for all.
 */
final class PerMessageDeflate {

	private static final String NAME = "permessage-deflate";

	private static final String SERVER_NO_CONTEXT = "server_no_context_takeover";

	private static final String CLIENT_NO_CONTEXT = "client_no_context_takeover";

	private static final String SERVER_WINDOW = "server_max_window_bits";

	private static final String CLIENT_WINDOW = "client_max_window_bits";

	private static final String AGREED = String.join("; ", NAME, SERVER_NO_CONTEXT, CLIENT_NO_CONTEXT);

	/** The compressor of the JDK has no other window. */
	private static final String WINDOW = "15";

	private static final Set<String> WINDOWS = Set.of("8", "9", "10", "11", "12", "13", "14", WINDOW);

	private PerMessageDeflate() {
	}

	/**
	 * Chooses the first offer that can be accepted.
	 * @param headers values of {@code Sec-WebSocket-Extensions} in a request
	 * @return the value for the response, or {@code null} if there is no such offer
	 */
	static @Nullable String accept(List<String> headers) {
		for (String header : headers) {
			for (String offer : header.split(",", -1)) {
				String agreed = answer(offer.split(";", -1));
				if (agreed != null) {
					return agreed;
				}
			}
		}
		return null;
	}

	private static @Nullable String answer(String[] offer) {
		if (!offer[0].strip().equals(NAME)) {
			return null;
		}
		Set<String> names = new HashSet<>();
		for (int i = 1; i < offer.length; i++) {
			int equals = offer[i].indexOf('=');
			String name = ((equals < 0) ? offer[i] : offer[i].substring(0, equals)).strip();
			String value = (equals < 0) ? null : unquote(offer[i].substring(equals + 1).strip());
			if (!isAcceptable(name, value) || !names.add(name)) {
				return null;
			}
		}
		return names.contains(SERVER_WINDOW) ? AGREED + "; " + SERVER_WINDOW + "=" + WINDOW : AGREED;
	}

	private static boolean isAcceptable(String name, @Nullable String value) {
		return switch (name) {
			case SERVER_NO_CONTEXT, CLIENT_NO_CONTEXT -> value == null;
			case CLIENT_WINDOW -> value == null || WINDOWS.contains(value);
			case SERVER_WINDOW -> WINDOW.equals(value);
			default -> false;
		};
	}

	private static String unquote(String value) {
		boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
		return quoted ? value.substring(1, value.length() - 1) : value;
	}

}
