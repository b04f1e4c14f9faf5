package io.distributor.engine.server;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Origins that are allowed: one, all below a domain, or all. Compared as text, without
 * regular expressions.
 *
 * @param prefix what an origin begins with
 * @param suffix what it ends with, after at least one label; {@code null} if the prefix
 * is all of it
 */
record OriginPattern(String prefix, @Nullable String suffix) {

	private static final String BELOW = "://*.";

	/**
	 * Reads a pattern.
	 * @param text such as {@code https://example.com}, {@code https://*.example.com:8443}
	 * or {@code *}
	 * @return the pattern
	 * @throws IllegalArgumentException if it is none
	 */
	static OriginPattern of(String text) {
		if (text.equals(CorsOptions.ANY)) {
			return new OriginPattern("", "");
		}
		String pattern = text.toLowerCase(Locale.ROOT);
		int star = pattern.indexOf('*');
		int scheme = pattern.indexOf("://");
		boolean below = pattern.startsWith(BELOW, scheme) && pattern.indexOf('*', star + 1) < 0
				&& pattern.length() > scheme + BELOW.length();
		if (scheme <= 0 || pattern.length() == scheme + 3 || pattern.indexOf('/', scheme + 3) >= 0
				|| (star >= 0 && !below)) {
			throw new IllegalArgumentException("allowedOrigins: " + text
					+ " (expected: like https://example.com, https://*.example.com or *, without a path)");
		}
		return (star < 0) ? new OriginPattern(pattern, null)
				: new OriginPattern(pattern.substring(0, star), pattern.substring(star + 1));
	}

	/**
	 * Returns whether an origin is allowed.
	 * @param origin the origin in lower case, as a browser sent it
	 * @return whether it is
	 */
	boolean matches(String origin) {
		if (this.suffix == null) {
			return origin.equals(this.prefix);
		}
		int labels = origin.length() - this.prefix.length() - this.suffix.length();
		return this.prefix.isEmpty() || (labels > 0 && origin.startsWith(this.prefix) && origin.endsWith(this.suffix)
				&& isLabels(origin, this.prefix.length(), this.prefix.length() + labels));
	}

	// No port, user or path may hide in the place of the star.
	private static boolean isLabels(String origin, int start, int end) {
		for (int i = start; i < end; i++) {
			char character = origin.charAt(i);
			boolean valid = (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9')
					|| character == '-' || character == '.' || character == '_';
			if (!valid) {
				return false;
			}
		}
		return true;
	}

}
