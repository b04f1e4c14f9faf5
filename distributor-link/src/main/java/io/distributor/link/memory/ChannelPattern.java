package io.distributor.link.memory;

import java.util.regex.Pattern;

/**
 * A pattern of channels.
 *
 * @param text the pattern as it was given
 * @param expression the same as a regular expression
 */
record ChannelPattern(String text, Pattern expression) {

	static ChannelPattern of(String text) {
		StringBuilder expression = new StringBuilder();
		boolean literal = false;
		for (char character : text.toCharArray()) {
			if (!literal && character == '\\') {
				literal = true;
				continue;
			}
			expression.append((!literal && character == '*') ? ".*" : Pattern.quote(String.valueOf(character)));
			literal = false;
		}
		return new ChannelPattern(text, Pattern.compile(expression.toString(), Pattern.DOTALL));
	}

	boolean matches(String channel) {
		return this.expression.matcher(channel).matches();
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof ChannelPattern that && this.text.equals(that.text);
	}

	@Override
	public int hashCode() {
		return this.text.hashCode();
	}

}
