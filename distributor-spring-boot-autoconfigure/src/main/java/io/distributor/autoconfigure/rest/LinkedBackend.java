package io.distributor.autoconfigure.rest;

import io.distributor.backend.Namespace;
import io.distributor.backend.instance.Backend;
import io.distributor.lifecycle.BackendLifecycle;
import io.distributor.link.node.LinkNode;
import io.distributor.link.presence.OwnedNamespaces;
import io.distributor.rest.RestBackend;
import org.jspecify.annotations.Nullable;

/**
 * The backend of this process.
 */
record LinkedBackend(Backend backend, BackendLifecycle lifecycle, LinkNode link) implements RestBackend {

	@Override
	public boolean isReady() {
		return this.lifecycle.isRunning() && this.link.isUp();
	}

	// To ask for a namespace that is not owned would make this backend its owner.
	@Override
	public @Nullable Namespace namespace(String name) {
		String written = name.startsWith("/") ? name : "/" + name;
		boolean owned = OwnedNamespaces.of(this.backend.sockets().keySet()).owns(written);
		return owned ? this.backend.io().of(written) : null;
	}

}
