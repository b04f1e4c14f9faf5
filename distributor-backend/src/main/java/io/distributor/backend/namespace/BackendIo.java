package io.distributor.backend.namespace;

import java.util.function.Function;

import io.distributor.backend.IndirectIo;
import io.distributor.backend.Namespace;

/**
 * The first namespace, and the way to the others.
 */
final class BackendIo extends BackendNamespace implements IndirectIo {

	private final Function<String, Namespace> namespaces;

	BackendIo(String name, NamespaceOutbox outbox, SocketFactory factory, SocketSlots slots,
			Function<String, Namespace> namespaces) {
		super(name, outbox, factory, slots);
		this.namespaces = namespaces;
	}

	@Override
	public Namespace of(String namespace) {
		return this.namespaces.apply(namespace);
	}

}
