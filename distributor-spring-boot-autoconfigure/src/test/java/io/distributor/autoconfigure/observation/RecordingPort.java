package io.distributor.autoconfigure.observation;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.distributor.link.port.LinkPort;
import io.distributor.link.port.LinkPortListener;

/**
 * A port that keeps what is published through it, by channel.
 */
record RecordingPort(LinkPort port, List<String> frames) implements LinkPort {

	@Override
	public void open(LinkPortListener listener) {
		this.port.open(listener);
	}

	@Override
	public void publish(String channel, byte[] frame) {
		this.frames.add(channel + " " + new String(frame, StandardCharsets.ISO_8859_1));
		this.port.publish(channel, frame);
	}

	@Override
	public void flush() {
		this.port.flush();
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
