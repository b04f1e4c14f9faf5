package io.distributor.contract;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Calls namespaces by identifiers: {@code /chat-room} is {@code ChatRoom}, and {@code /}
 * is {@code Main}. Of several that would be the same, those after the first get numbers.
 */
final class NamespaceIdentifiers {

	private NamespaceIdentifiers() {
	}

	static Map<String, String> choose(Collection<String> namespaces) {
		Map<String, String> identifiers = new LinkedHashMap<>();
		for (String namespace : namespaces) {
			String identifier = of(namespace);
			String unused = identifier;
			for (int i = 2; identifiers.containsValue(unused); i++) {
				unused = identifier + i;
			}
			identifiers.put(namespace, unused);
		}
		return identifiers;
	}

	private static String of(String namespace) {
		String name = Arrays.stream(namespace.split("[^\\p{Alnum}]+"))
			.filter((word) -> !word.isEmpty())
			.map((word) -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
			.collect(Collectors.joining());
		if (name.isEmpty()) {
			return "Main";
		}
		return Character.isDigit(name.charAt(0)) ? "N" + name : name;
	}

}
