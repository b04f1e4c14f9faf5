package io.distributor.backend.namespace;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.distributor.backend.EventHandler;
import org.jspecify.annotations.Nullable;

/**
 * What handles the events of a namespace: by their names, else by the first pattern in
 * the order of precedence. May be used from any thread.
 */
final class EventHandlers {

	private final Map<String, RegisteredHandler> named = new ConcurrentHashMap<>();

	private volatile List<PatternHandler> patterns = List.of();

	void add(String event, EventHandler handler) {
		EventNames.requireFree(event);
		if (this.named.putIfAbsent(event, new RegisteredHandler(event, handler)) != null) {
			throw taken("event", event);
		}
	}

	synchronized void addPattern(String text, EventHandler handler) {
		EventPattern pattern = EventPattern.of(text);
		if (this.patterns.stream().anyMatch((known) -> known.pattern().equals(pattern))) {
			throw taken("pattern", text);
		}
		PatternHandler added = new PatternHandler(pattern, new RegisteredHandler(text, handler));
		this.patterns = Stream.concat(this.patterns.stream(), Stream.of(added)).sorted().toList();
	}

	synchronized void remove(String name) {
		this.named.remove(name);
		this.patterns = this.patterns.stream().filter((known) -> !known.handler().name().equals(name)).toList();
	}

	Set<String> names() {
		return Stream
			.concat(this.named.keySet().stream(), this.patterns.stream().map((known) -> known.handler().name()))
			.collect(Collectors.toUnmodifiableSet());
	}

	private static IllegalArgumentException taken(String what, String name) {
		return new IllegalArgumentException(what + ": " + name + " (expected: one that has no handler yet)");
	}

	@Nullable RegisteredHandler find(String event) {
		RegisteredHandler found = this.named.get(event);
		return (found != null) ? found : findByPattern(event);
	}

	private @Nullable RegisteredHandler findByPattern(String event) {
		for (PatternHandler candidate : this.patterns) {
			if (candidate.pattern().matches(event)) {
				return candidate.handler();
			}
		}
		return null;
	}

	private record PatternHandler(EventPattern pattern,
			RegisteredHandler handler) implements Comparable<PatternHandler> {

		@Override
		public int compareTo(PatternHandler other) {
			return this.pattern.compareTo(other.pattern);
		}

	}

}
