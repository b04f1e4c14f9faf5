package io.distributor.autoconfigure.siod;

import io.distributor.autoconfigure.LinkPortFactory;
import io.distributor.link.port.LinkPort;
import io.distributor.link.port.PatternPort;

/**
 * Makes ports that reach the original.
 */
final class SiodPorts {

	private SiodPorts() {
	}

	static PatternPort create(LinkPortFactory ports) {
		LinkPort port = ports.create();
		if (port instanceof PatternPort patternPort) {
			return patternPort;
		}
		port.close();
		throw new IllegalStateException("port: " + port.getClass().getName()
				+ " (expected: a PatternPort; the LinkPortFactory of this application has to make such ports)");
	}

}
