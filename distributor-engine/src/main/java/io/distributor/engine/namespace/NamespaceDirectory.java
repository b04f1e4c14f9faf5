package io.distributor.engine.namespace;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.netty.util.concurrent.EventExecutor;

/**
 * Knows on which event loops a namespace has sockets. It forgets a namespace with its
 * last socket: clients cannot fill it with names. May be used from any thread.
 */
final class NamespaceDirectory implements Namespaces {

	private final NamespaceOptions options;

	private final NamespaceCounters counters;

	private final Supplier<Supplier<String>> socketIds;

	private final Map<EventExecutor, EventLoop> loops = new ConcurrentHashMap<>();

	private final Map<String, List<LoopNamespace>> parts = new ConcurrentHashMap<>();

	/**
	 * Creates the directory.
	 * @param options limits
	 * @param counters counts
	 * @param socketIds gives each event loop what makes its ids
	 */
	NamespaceDirectory(NamespaceOptions options, NamespaceCounters counters, Supplier<Supplier<String>> socketIds) {
		this.options = options;
		this.counters = counters;
		this.socketIds = socketIds;
	}

	@Override
	public Namespace namespace(String name) {
		return new NamespaceView(name, this, this.counters);
	}

	EventLoop loop(EventExecutor executor) {
		return this.loops.computeIfAbsent(executor, (key) -> new EventLoop(key, this, this.socketIds.get()));
	}

	CompletionStage<Void> drain(Duration duration) {
		return CompletableFuture.allOf(
				this.loops.values().stream().map((loop) -> loop.drain(duration)).toArray(CompletableFuture<?>[]::new));
	}

	Map<String, Integer> sizes() {
		Map<String, Integer> sizes = new HashMap<>();
		this.parts.forEach((name, parts) -> sizes.put(name, parts.stream().mapToInt(LoopNamespace::connected).sum()));
		return sizes;
	}

	List<LoopNamespace> parts(String namespace) {
		return this.parts.getOrDefault(namespace, List.of());
	}

	LoopNamespace addPart(String namespace, EventLoop loop) {
		LoopNamespace part = new LoopNamespace(namespace, loop, this.options, this.counters);
		this.parts.compute(namespace, (name, present) -> {
			List<LoopNamespace> changed = new ArrayList<>((present != null) ? present : List.of());
			changed.add(part);
			return List.copyOf(changed);
		});
		return part;
	}

	void removePart(LoopNamespace part) {
		this.parts.computeIfPresent(part.name(), (name, present) -> {
			List<LoopNamespace> changed = new ArrayList<>(present);
			changed.remove(part);
			return changed.isEmpty() ? null : List.copyOf(changed);
		});
	}

}
