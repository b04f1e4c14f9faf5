package io.distributor.interop.siod;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.distributor.link.memory.MemoryLinkHub;
import io.distributor.link.memory.MemoryLinkPort;
import io.distributor.link.port.LinkPortListener;
import org.awaitility.Awaitility;

/**
 * The original's half of a fleet, as far as channels go: it says what a test wants, and
 * keeps what it hears, as {@code channel message}.
 */
final class Bus implements LinkPortListener, AutoCloseable {

	private final MemoryLinkHub hub = new MemoryLinkHub();

	private final MemoryLinkPort port = this.hub.port();

	private final List<String> heard = new CopyOnWriteArrayList<>();

	Bus(String... channels) {
		this.port.open(this);
		List.of(channels).forEach(this.port::subscribe);
	}

	MemoryLinkPort newPort() {
		return this.hub.port();
	}

	void say(String channel, String message) {
		this.port.publish(channel, message.getBytes(StandardCharsets.UTF_8));
	}

	List<String> heard() {
		return this.heard;
	}

	String await(String text) {
		return Awaitility.await()
			.until(() -> this.heard.stream().filter((message) -> message.contains(text)).findFirst().orElse(null),
					(found) -> found != null);
	}

	@Override
	public void onFrame(String channel, byte[] frame) {
		this.heard.add(channel + " " + new String(frame, StandardCharsets.UTF_8));
	}

	@Override
	public void onUp() {
	}

	@Override
	public void onDown(String reason) {
	}

	@Override
	public void close() {
		this.port.close();
	}

}
