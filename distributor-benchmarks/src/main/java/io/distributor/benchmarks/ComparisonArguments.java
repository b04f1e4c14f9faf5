package io.distributor.benchmarks;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Arguments of the form {@code key=value}.
 */
final class ComparisonArguments {

	private final Map<String, String> values = new LinkedHashMap<>();

	ComparisonArguments(List<String> arguments) {
		for (String argument : arguments) {
			int equals = argument.indexOf('=');
			if (equals < 1) {
				throw new IllegalArgumentException(argument + " (expected: key=value)");
			}
			this.values.put(argument.substring(0, equals), argument.substring(equals + 1));
		}
	}

	List<String> list(String key, String otherwise) {
		String value = this.values.getOrDefault(key, otherwise);
		return value.isBlank() ? List.of() : List.of(value.split(","));
	}

	int number(String key, int otherwise) {
		return Integer.parseInt(this.values.getOrDefault(key, Integer.toString(otherwise)));
	}

	Path path(String key, String otherwise) {
		return Path.of(this.values.getOrDefault(key, otherwise));
	}

	@Override
	public String toString() {
		return this.values.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + "=" + entry.getValue())
			.collect(Collectors.joining(" "));
	}

}
