package io.distributor.backend.namespace;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.distributor.backend.Socket;
import io.distributor.link.presence.NamespacePattern;

/**
 * The namespaces that match a pattern, together: what is registered here applies to each
 * of them. It has no sockets of its own. May be used from any thread.
 */
final class PatternNamespace extends BackendNamespace {

	private final NamespacePattern pattern;

	private final Set<String> variableNames;

	private final ConcreteNamespaces concrete;

	PatternNamespace(NamespacePattern pattern, NamespaceOutbox outbox, SocketFactory factory, SocketSlots slots,
			ConcreteNamespaces concrete) {
		super(pattern.text(), outbox, factory, slots);
		this.pattern = pattern;
		this.variableNames = Collections.unmodifiableSet(new LinkedHashSet<>(pattern.variableNames()));
		this.concrete = concrete;
	}

	NamespacePattern pattern() {
		return this.pattern;
	}

	@Override
	public Set<String> variableNames() {
		return this.variableNames;
	}

	@Override
	public Optional<Socket> socket(String id) {
		return this.concrete.of(this).stream().flatMap((namespace) -> namespace.socket(id).stream()).findFirst();
	}

	@Override
	public Collection<Socket> sockets() {
		return List
			.copyOf(this.concrete.of(this).stream().flatMap((namespace) -> namespace.sockets().stream()).toList());
	}

}
