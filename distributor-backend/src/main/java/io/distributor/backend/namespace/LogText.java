package io.distributor.backend.namespace;

/**
 * Text of a client, fit for one line of a log.
 */
final class LogText {

	private static final int MAX_LENGTH = 64;

	private LogText() {
	}

	static String of(String text) {
		StringBuilder clean = new StringBuilder();
		for (int i = 0; i < Math.min(text.length(), MAX_LENGTH); i++) {
			char c = text.charAt(i);
			clean.append((Character.isISOControl(c) || Character.getType(c) == Character.FORMAT
					|| Character.getType(c) == Character.LINE_SEPARATOR
					|| Character.getType(c) == Character.PARAGRAPH_SEPARATOR) ? '?' : c);
		}
		return (text.length() > MAX_LENGTH) ? clean.append("...").toString() : clean.toString();
	}

}
