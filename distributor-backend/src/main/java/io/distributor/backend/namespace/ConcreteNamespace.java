package io.distributor.backend.namespace;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.distributor.backend.Namespace;
import io.distributor.backend.ServerSideHandler;

/**
 * One of the namespaces that match a pattern. It handles what the pattern has handlers
 * for; events between backend instances are those of the pattern. May be used from any
 * thread.
 */
final class ConcreteNamespace extends BackendNamespace implements Occupancy {

	private final PatternNamespace pattern;

	private final Map<String, String> variables;

	private final ConcreteNamespaces all;

	private final AtomicInteger users = new AtomicInteger();

	ConcreteNamespace(String name, Map<String, String> variables, PatternNamespace pattern, NamespaceOutbox outbox,
			SocketFactory factory, SocketSlots slots, ConcreteNamespaces all) {
		super(name, pattern, outbox, factory, slots);
		this.pattern = pattern;
		this.variables = variables;
		this.all = all;
	}

	PatternNamespace pattern() {
		return this.pattern;
	}

	@Override
	public Map<String, String> variables() {
		return this.variables;
	}

	@Override
	String statisticsName() {
		return this.pattern.name();
	}

	@Override
	NamespaceHandlers registrations() {
		throw refusedRegistration();
	}

	@Override
	public Namespace onServerSide(String event, ServerSideHandler handler) {
		throw refusedRegistration();
	}

	private IllegalStateException refusedRegistration() {
		return new IllegalStateException("namespace: " + name() + " (expected: " + this.pattern.name()
				+ ", of which all handlers are; this one is forgotten with its last socket)");
	}

	@Override
	Occupancy occupancy() {
		return this;
	}

	@Override
	public void enter() {
		this.users.incrementAndGet();
	}

	@Override
	public void leave() {
		if (this.users.decrementAndGet() == 0) {
			this.all.forgetIfUnused(this);
		}
	}

	boolean isUsed() {
		return this.users.get() > 0;
	}

}
