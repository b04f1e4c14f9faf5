package io.distributor.contract.typescript;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes names so that they mean what they are.
 */
final class TypeScriptNames {

	private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]*");

	// Words that Java allows as names of parameters and TypeScript does not.
	private static final Set<String> WORDS = Set.of("arguments", "await", "debugger", "delete", "eval", "export",
			"function", "in", "let", "typeof", "var", "with", "yield");

	private TypeScriptNames() {
	}

	static String property(String name) {
		return IDENTIFIER.matcher(name).matches() ? name : quoted(name);
	}

	static String parameter(String name) {
		String identifier = IDENTIFIER.matcher(name).matches() ? name : name.replaceAll("[^A-Za-z0-9_$]", "_");
		return WORDS.contains(identifier) ? identifier + "_" : identifier;
	}

	static String quoted(String text) {
		StringBuilder quoted = new StringBuilder("\"");
		for (char character : text.toCharArray()) {
			if (character == '"' || character == '\\') {
				quoted.append('\\').append(character);
			}
			else if (character < ' ' || character == '\u2028' || character == '\u2029') {
				quoted.append("\\u%04x".formatted((int) character));
			}
			else {
				quoted.append(character);
			}
		}
		return quoted.append('"').toString();
	}

	static String comment(String text) {
		return quoted(text).replace("*/", "*\\/");
	}

}
