package io.distributor.contract.type;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import tools.jackson.databind.JavaType;

import org.springframework.util.StringUtils;

/**
 * Chooses names that do not clash. Types have their simple names; those of the same name
 * get the names of their enclosing classes before it, and then of their packages, all of
 * them: which name a type has does not depend on which was met first.
 */
final class TypeNames {

	private final Set<String> taken;

	TypeNames(Set<String> taken) {
		this.taken = taken;
	}

	Map<String, String> choose(Collection<JavaType> types) {
		Map<JavaType, List<String>> candidates = new LinkedHashMap<>();
		types.forEach((type) -> candidates.put(type, candidates(type)));
		Map<JavaType, Integer> levels = new HashMap<>();
		Map<JavaType, String> names = names(candidates, levels);
		while (raiseLevels(names, candidates, levels)) {
			names = names(candidates, levels);
		}
		return number(names);
	}

	private static Map<JavaType, String> names(Map<JavaType, List<String>> candidates, Map<JavaType, Integer> levels) {
		Map<JavaType, String> names = new LinkedHashMap<>();
		candidates.forEach((type, options) -> names.put(type, options.get(levels.getOrDefault(type, 0))));
		return names;
	}

	private boolean raiseLevels(Map<JavaType, String> names, Map<JavaType, List<String>> candidates,
			Map<JavaType, Integer> levels) {
		Map<String, Long> counts = names.values()
			.stream()
			.collect(Collectors.groupingBy((name) -> name, Collectors.counting()));
		boolean raised = false;
		for (Map.Entry<JavaType, String> name : names.entrySet()) {
			int next = levels.getOrDefault(name.getKey(), 0) + 1;
			boolean clashes = counts.getOrDefault(name.getValue(), 0L) > 1 || this.taken.contains(name.getValue());
			if (clashes && next < candidates.getOrDefault(name.getKey(), List.of()).size()) {
				levels.put(name.getKey(), next);
				raised = true;
			}
		}
		return raised;
	}

	private Map<String, String> number(Map<JavaType, String> names) {
		Set<String> used = new LinkedHashSet<>(this.taken);
		Map<String, String> byKey = new HashMap<>();
		names.forEach((type, name) -> {
			String unique = IntStream.iterate(1, (number) -> number + 1)
				.mapToObj((number) -> (number == 1) ? name : name + number)
				.filter(used::add)
				.findFirst()
				.orElseThrow();
			byKey.put(KnownTypes.key(type), unique);
		});
		return byKey;
	}

	private static List<String> candidates(JavaType type) {
		Class<?> raw = type.getRawClass();
		Set<String> candidates = new LinkedHashSet<>();
		String suffix = suffix(type);
		String name = raw.getSimpleName();
		candidates.add(name + suffix);
		for (Class<?> outer = raw.getEnclosingClass(); outer != null; outer = outer.getEnclosingClass()) {
			name = outer.getSimpleName() + name;
			candidates.add(name + suffix);
		}
		String[] packages = raw.getPackageName().split("\\.");
		for (int i = packages.length - 1; i >= 0; i--) {
			name = StringUtils.capitalize(packages[i]) + name;
			candidates.add(name + suffix);
		}
		return new ArrayList<>(candidates);
	}

	private static String suffix(JavaType type) {
		if (type.containedTypeCount() == 0) {
			return "";
		}
		return IntStream.range(0, type.containedTypeCount())
			.mapToObj((index) -> nested(type.containedType(index)))
			.collect(Collectors.joining("And", "Of", ""));
	}

	private static String nested(JavaType type) {
		String name = type.isArrayType() ? nested(type.getContentType()) + "Array" : type.getRawClass().getSimpleName();
		return type.isArrayType() ? name : name + suffix(type);
	}

}
