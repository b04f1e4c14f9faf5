package io.distributor.tests.fleet;

import io.distributor.link.memory.MemoryLinkHub;
import io.distributor.link.memory.MemoryLinkPort;

/**
 * A link without Redis.
 */
final class MemoryMedium implements LinkMedium {

	private final MemoryLinkHub hub = new MemoryLinkHub();

	@Override
	public MemoryLinkPort port() {
		return this.hub.port();
	}

	@Override
	public void close() {
	}

}
