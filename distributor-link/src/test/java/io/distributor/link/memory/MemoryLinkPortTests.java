package io.distributor.link.memory;

import java.util.ArrayList;
import java.util.List;

import io.distributor.link.port.LinkPortContractTests;
import io.distributor.link.port.PatternPort;

class MemoryLinkPortTests extends LinkPortContractTests {

	private final MemoryLinkHub hub = new MemoryLinkHub();

	private final List<MemoryLinkPort> ports = new ArrayList<>();

	@Override
	protected PatternPort createPort() {
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
