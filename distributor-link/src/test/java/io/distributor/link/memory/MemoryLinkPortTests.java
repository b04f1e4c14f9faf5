package io.distributor.link.memory;

import java.util.ArrayList;
import java.util.List;

import io.distributor.link.port.LinkPort;
import io.distributor.link.port.LinkPortContractTests;

class MemoryLinkPortTests extends LinkPortContractTests {

	private final MemoryLinkHub hub = new MemoryLinkHub();

	private final List<MemoryLinkPort> ports = new ArrayList<>();

	@Override
	protected LinkPort createPort() {
		MemoryLinkPort port = this.hub.port();
		this.ports.add(port);
		return port;
	}

	@Override
	protected void cut() {
		this.ports.forEach(MemoryLinkPort::down);
	}

	@Override
	protected void mend() {
		this.ports.forEach(MemoryLinkPort::up);
	}

}
