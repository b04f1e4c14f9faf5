package io.distributor.backend.namespace;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.distributor.backend.IndirectIo;
import io.distributor.backend.Namespace;
import io.distributor.backend.statistics.BackendLimit;
import io.distributor.link.presence.NamespacePattern;
import io.distributor.link.presence.Node;
import io.distributor.link.presence.NodeId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The namespaces this instance owns, by name and by pattern. May be used from any thread.
 */
public final class Namespaces {

	private static final Logger logger = LoggerFactory.getLogger(Namespaces.class);

	private final NamespaceOutboxes outboxes;

	private final SocketFactory factory;

	private final SocketSlots slots;

	private final Runnable onAdded;

	private final BackendIo io;

	/** Grows under the lock of this. */
	private final Map<String, BackendNamespace> named = new ConcurrentHashMap<>();

	/** In the order of precedence; grows under the lock of this. */
	private volatile List<PatternNamespace> patterns = List.of();

	private final ConcreteNamespaces concrete;

	private boolean fullLogged;

	/**
	 * Creates the namespaces.
	 * @param names their names and patterns, first of them a name
	 * @param outboxes tell and ask distributors
	 * @param factory makes sockets
	 * @param slots how many sockets there may be
	 * @param maxDynamic how many namespaces that match patterns may have sockets
	 * @param onAdded called after a namespace was added later
	 */
	public Namespaces(List<String> names, NamespaceOutboxes outboxes, SocketFactory factory, SocketSlots slots,
			int maxDynamic, Runnable onAdded) {
		this.outboxes = outboxes;
		this.factory = factory;
		this.slots = slots;
		this.onAdded = onAdded;
		this.concrete = new ConcreteNamespaces(outboxes, factory, slots, maxDynamic);
		String first = names.get(0);
		this.io = new BackendIo(first, outboxes.of(first), factory, slots, this::of);
		this.named.put(first, this.io);
		names.stream().skip(1).filter((name) -> !NamespacePattern.isPattern(name)).forEach(this::addNamed);
		names.stream().skip(1).filter(NamespacePattern::isPattern).forEach(this::addPattern);
	}

	/**
	 * Returns the first namespace.
	 * @return what applications work with
	 */
	public IndirectIo io() {
		return this.io;
	}

	/**
	 * Returns what is announced.
	 * @return the names and patterns, a snapshot
	 */
	public Set<String> names() {
		return owned().map(BackendNamespace::name).collect(Collectors.toUnmodifiableSet());
	}

	private Stream<BackendNamespace> owned() {
		return Stream.concat(this.named.values().stream(), this.patterns.stream());
	}

	/**
	 * Finds the sockets of a namespace.
	 * @param name its name
	 * @return the sockets, or {@code null} if there are none and this instance does not
	 * own it by name
	 */
	public @Nullable NamespaceSockets find(String name) {
		BackendNamespace namespace = this.named.get(name);
		if (namespace == null) {
			namespace = this.concrete.find(name);
		}
		return (namespace != null) ? namespace.home() : null;
	}

	/**
	 * Lets a socket come into a namespace.
	 * @param name name of the namespace
	 * @param connected whether its client is connected already: no limit is heeded
	 * @param action what the socket does there
	 * @return what became of it
	 */
	public Entry enter(String name, boolean connected, Consumer<NamespaceSockets> action) {
		BackendNamespace known = this.named.get(name);
		if (known != null) {
			action.accept(known.home());
			return Entry.ENTERED;
		}
		PatternNamespace pattern = patternOf(name);
		if (pattern == null) {
			return Entry.UNKNOWN;
		}
		ConcreteNamespace entered = this.concrete.enter(pattern, name, connected);
		if (entered == null) {
			return Entry.FULL;
		}
		action.accept(entered.home());
		entered.leave();
		return Entry.ENTERED;
	}

	/**
	 * Finds the events between the instances of a namespace.
	 * @param name its name or pattern
	 * @return the events, or {@code null} if this instance does not own it
	 */
	public @Nullable ServerSideEvents serverSide(String name) {
		return owned().filter((namespace) -> namespace.name().equals(name))
			.findFirst()
			.map(BackendNamespace::serverSide)
			.orElse(null);
	}

	/**
	 * Another backend instance is gone.
	 * @param peer the instance
	 */
	public void onPeerGone(NodeId peer) {
		owned().forEach((namespace) -> namespace.serverSide().onGone(peer));
	}

	/**
	 * Starts no further handler of events of other instances.
	 */
	public void freezeServerSide() {
		owned().forEach((namespace) -> namespace.serverSide().freeze());
	}

	/**
	 * Returns the sockets of every namespace.
	 * @return the sockets by namespace
	 */
	public Collection<NamespaceSockets> all() {
		return Stream.concat(this.named.values().stream(), this.concrete.all().stream())
			.map(BackendNamespace::home)
			.toList();
	}

	private @Nullable PatternNamespace patternOf(String name) {
		for (PatternNamespace candidate : this.patterns) {
			if (candidate.pattern().matches(name)) {
				return candidate;
			}
		}
		return null;
	}

	private Namespace of(String name) {
		String normalized = NamespaceName.normalize(name);
		if (NamespacePattern.isPattern(normalized)) {
			return addPattern(normalized);
		}
		BackendNamespace known = this.named.get(normalized);
		PatternNamespace pattern = (known == null) ? patternOf(normalized) : null;
		if (pattern != null) {
			ConcreteNamespace present = this.concrete.find(normalized);
			return (present != null) ? present : this.concrete.create(pattern, normalized);
		}
		return (known != null) ? known : addNamed(normalized);
	}

	private BackendNamespace addNamed(String name) {
		BackendNamespace added;
		synchronized (this) {
			BackendNamespace faster = this.named.get(name);
			if (faster != null) {
				return faster;
			}
			requireRoom(name);
			added = new BackendNamespace(name, this.outboxes.of(name), this.factory, this.slots);
			this.named.put(name, added);
		}
		this.onAdded.run();
		return added;
	}

	private PatternNamespace addPattern(String text) {
		NamespacePattern pattern = NamespacePattern.of(text);
		PatternNamespace added;
		synchronized (this) {
			for (PatternNamespace known : this.patterns) {
				if (known.pattern().equals(pattern)) {
					return known;
				}
				if (known.pattern().isAmbiguousWith(pattern)) {
					throw new IllegalArgumentException(
							"namespace: " + text + " (expected: a pattern with more or less text than " + known.name()
									+ ", since there are names that match both)");
				}
			}
			requireRoom(text);
			added = new PatternNamespace(pattern, this.outboxes.of(text), this.factory, this.slots, this.concrete);
			this.patterns = Stream.concat(this.patterns.stream(), Stream.of(added))
				.sorted(Comparator.comparing(PatternNamespace::pattern))
				.toList();
		}
		this.onAdded.run();
		return added;
	}

	private void requireRoom(String name) {
		if (this.named.size() + this.patterns.size() < Node.MAX_NAMESPACES) {
			return;
		}
		this.factory.counters().reach(BackendLimit.OWNED_NAMESPACES);
		if (!this.fullLogged) {
			this.fullLogged = true;
			logger.warn("This instance owns {} namespaces and refuses {} and further ones: let a pattern such as "
					+ "/room-{id} stand for many", Node.MAX_NAMESPACES, name);
		}
		throw new IllegalStateException("namespace: " + name + " (expected: <= " + Node.MAX_NAMESPACES
				+ " namespaces of an instance; a pattern such as /room-{id} stands for many)");
	}

}
