package io.distributor.link.node;

import io.distributor.link.port.LinkPort;
import io.distributor.link.port.LinkPortListener;

/**
 * A port that does what another one does.
 */
abstract class ForwardingPort implements LinkPort {

	private final LinkPort port;

	ForwardingPort(LinkPort port) {
		this.port = port;
	}

	@Override
	public void open(LinkPortListener listener) {
		this.port.open(listener);
	}

	@Override
	public void publish(String channel, byte[] frame) {
		this.port.publish(channel, frame);
	}

	@Override
	public void flush() {
		this.port.flush();
	}

	@Override
	public boolean hasRoom() {
		return this.port.hasRoom();
	}

	@Override
	public void subscribe(String channel) {
		this.port.subscribe(channel);
	}

	@Override
	public void unsubscribe(String channel) {
		this.port.unsubscribe(channel);
	}

	@Override
	public void close() {
		this.port.close();
	}

}
