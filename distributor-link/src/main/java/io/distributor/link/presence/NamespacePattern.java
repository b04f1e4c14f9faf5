package io.distributor.link.presence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Names of namespaces that a backend owns together, such as {@code /workspace-{id}}.
 * <p>
 * A variable stands for one character or more: letters, digits and printable ASCII other
 * than {@code / , ? { }}. It ends at the first place where the text behind it stands. A
 * name that matches has {@value #MAX_NAME_LENGTH} characters at most. Matching goes once
 * through the name and never back, whatever a client asks for. Immutable.
 * <p>
 * The order is that of precedence: the pattern with more text comes first.
 */
public final class NamespacePattern implements Comparable<NamespacePattern> {

	/** Length of the longest name that matches a pattern. */
	public static final int MAX_NAME_LENGTH = 128;

	private final String text;

	/** Literal, variable, literal, ..., literal. */
	private final List<String> literals;

	private final List<String> variables;

	private NamespacePattern(String text, List<String> literals, List<String> variables) {
		this.text = text;
		this.literals = List.copyOf(literals);
		this.variables = List.copyOf(variables);
	}

	/**
	 * Returns whether the name of a namespace is a pattern.
	 * @param name the name
	 * @return whether there is a brace in it
	 */
	public static boolean isPattern(String name) {
		return name.indexOf('{') >= 0 || name.indexOf('}') >= 0;
	}

	/**
	 * Reads a pattern.
	 * @param text a name that begins with a slash, with variables in braces
	 * @return the pattern
	 * @throws IllegalArgumentException if it is malformed
	 */
	public static NamespacePattern of(String text) {
		List<String> literals = new ArrayList<>();
		List<String> variables = new ArrayList<>();
		int position = 0;
		int open = text.indexOf('{');
		while (open >= 0) {
			int close = text.indexOf('}', open);
			require(close > open, text, "a } behind each {");
			literals.add(text.substring(position, open));
			variables.add(text.substring(open + 1, close));
			position = close + 1;
			open = text.indexOf('{', position);
		}
		literals.add(text.substring(position));
		check(text, literals, variables);
		return new NamespacePattern(text, literals, variables);
	}

	private static void check(String text, List<String> literals, List<String> variables) {
		require(!variables.isEmpty(), text, "a variable, such as {id}");
		require(literals.get(0).startsWith("/"), text, "a slash at the beginning");
		require(literals.stream().noneMatch(NamespacePattern::isPattern), text, "a { before each }");
		require(literals.subList(1, literals.size() - 1).stream().noneMatch(String::isEmpty), text,
				"text between two variables");
		require(variables.stream().allMatch(NamespacePattern::isVariableName), text,
				"variables named by letters, digits and _");
		require(variables.stream().distinct().count() == variables.size(), text, "variables with different names");
	}

	private static boolean isVariableName(String name) {
		return !name.isEmpty() && name.chars().allMatch((c) -> Character.isLetterOrDigit(c) || c == '_');
	}

	private static void require(boolean condition, String text, String expected) {
		if (!condition) {
			throw new IllegalArgumentException("namespace: " + text + " (expected: " + expected + ")");
		}
	}

	/**
	 * Returns the pattern as it was written.
	 * @return the text
	 */
	public String text() {
		return this.text;
	}

	/**
	 * Returns the variables.
	 * @return their names, in the order of the pattern
	 */
	public List<String> variableNames() {
		return this.variables;
	}

	/**
	 * Returns whether a name matches.
	 * @param name name of a namespace
	 * @return whether it does
	 */
	public boolean matches(String name) {
		return variables(name) != null;
	}

	/**
	 * Returns what the variables stand for.
	 * @param name name of a namespace
	 * @return the values by variable, in the order of the pattern, or {@code null} if the
	 * name does not match
	 */
	public @Nullable Map<String, String> variables(String name) {
		if (name.length() > MAX_NAME_LENGTH || !name.startsWith(this.literals.get(0))) {
			return null;
		}
		Map<String, String> values = new LinkedHashMap<>();
		int position = this.literals.get(0).length();
		for (int i = 0; i < this.variables.size(); i++) {
			int end = endOfVariable(name, position, i);
			if (end <= position || !isValue(name, position, end)) {
				return null;
			}
			values.put(this.variables.get(i), name.substring(position, end));
			position = end + this.literals.get(i + 1).length();
		}
		return Collections.unmodifiableMap(values);
	}

	private int endOfVariable(String name, int position, int index) {
		String next = this.literals.get(index + 1);
		if (index < this.variables.size() - 1) {
			return name.indexOf(next, position + 1);
		}
		return name.endsWith(next) ? name.length() - next.length() : -1;
	}

	private static boolean isValue(String name, int from, int to) {
		for (int i = from; i < to; i++) {
			char c = name.charAt(i);
			boolean allowed = (c > ' ' && c < 0x7f) ? "/,?{}".indexOf(c) < 0 : Character.isLetterOrDigit(c);
			if (!allowed) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Returns whether there may be a name that matches both patterns though neither has
	 * more text than the other, so that it is not clear whose it is.
	 * @param other another pattern
	 * @return whether the two are ambiguous
	 */
	public boolean isAmbiguousWith(NamespacePattern other) {
		return literalLength() == other.literalLength() && new PatternOverlap(this.text, other.text).exists();
	}

	private int literalLength() {
		return this.literals.stream().mapToInt(String::length).sum();
	}

	@Override
	public int compareTo(NamespacePattern other) {
		int byText = Integer.compare(other.literalLength(), literalLength());
		return (byText != 0) ? byText : this.text.compareTo(other.text);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof NamespacePattern pattern && pattern.text.equals(this.text);
	}

	@Override
	public int hashCode() {
		return this.text.hashCode();
	}

	@Override
	public String toString() {
		return this.text;
	}

}
