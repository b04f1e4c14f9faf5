package io.distributor.backend.namespace;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.distributor.backend.statistics.BackendCounters;
import io.distributor.backend.statistics.BackendLimit;
import org.jspecify.annotations.Nullable;

/**
 * The namespaces that match patterns and have sockets here. Each is forgotten with its
 * last socket: clients cannot fill this with names. May be used from any thread.
 */
final class ConcreteNamespaces {

	private final Map<String, ConcreteNamespace> present = new ConcurrentHashMap<>();

	private final NamespaceOutboxes outboxes;

	private final SocketFactory factory;

	private final SocketSlots slots;

	private final BackendCounters counters;

	private final int limit;

	ConcreteNamespaces(NamespaceOutboxes outboxes, SocketFactory factory, SocketSlots slots, int limit) {
		this.outboxes = outboxes;
		this.factory = factory;
		this.slots = slots;
		this.counters = factory.counters();
		this.limit = limit;
	}

	/**
	 * Finds a namespace or makes it, and lets it stay until its {@code leave()}.
	 * @param anyway whether to make it also beyond the limit
	 * @return the namespace, or {@code null} if there are too many
	 */
	@Nullable ConcreteNamespace enter(PatternNamespace pattern, String name, boolean anyway) {
		return this.present.compute(name, (key, known) -> {
			ConcreteNamespace entered = known;
			if (entered == null) {
				if (!anyway && this.counters.dynamicNamespaces.get() >= this.limit) {
					this.counters.reach(BackendLimit.NAMESPACES);
					return null;
				}
				entered = create(pattern, name);
				this.counters.dynamicNamespaces.incrementAndGet();
			}
			entered.enter();
			return entered;
		});
	}

	/**
	 * Makes a namespace that is not kept, to emit to it.
	 */
	ConcreteNamespace create(PatternNamespace pattern, String name) {
		Map<String, String> variables = pattern.pattern().variables(name);
		return new ConcreteNamespace(name, (variables != null) ? variables : Map.of(), pattern,
				this.outboxes.of(name, pattern.name()), this.factory, this.slots, this);
	}

	void forgetIfUnused(ConcreteNamespace namespace) {
		this.present.computeIfPresent(namespace.name(), (name, known) -> {
			if (known != namespace || known.isUsed()) {
				return known;
			}
			this.counters.dynamicNamespaces.decrementAndGet();
			return null;
		});
	}

	@Nullable ConcreteNamespace find(String name) {
		return this.present.get(name);
	}

	Collection<ConcreteNamespace> all() {
		return this.present.values();
	}

	List<ConcreteNamespace> of(PatternNamespace pattern) {
		return this.present.values().stream().filter((namespace) -> namespace.pattern() == pattern).toList();
	}

}
