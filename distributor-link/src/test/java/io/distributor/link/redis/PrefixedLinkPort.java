package io.distributor.link.redis;

import java.util.function.LongConsumer;

import io.distributor.link.port.LinkPortListener;
import io.distributor.link.port.PatternPort;

/**
 * A port whose channels begin with a prefix that its user does not see: tests that name
 * channels as they like do not meet on one Redis.
 */
final class PrefixedLinkPort implements PatternPort {

	private final PatternPort port;

	private final String prefix;

	PrefixedLinkPort(PatternPort port, String prefix) {
		this.port = port;
		this.prefix = prefix;
	}

	@Override
	public void open(LinkPortListener listener) {
		this.port.open(new UnprefixedListener(listener, this.prefix.length()));
	}

	@Override
	public void publish(String channel, byte[] frame) {
		this.port.publish(this.prefix + channel, frame);
	}

	@Override
	public void publish(String channel, byte[] frame, LongConsumer receivers) {
		this.port.publish(this.prefix + channel, frame, receivers);
	}

	@Override
	public void flush() {
		this.port.flush();
	}

	@Override
	public void subscribe(String channel) {
		this.port.subscribe(this.prefix + channel);
	}

	@Override
	public void unsubscribe(String channel) {
		this.port.unsubscribe(this.prefix + channel);
	}

	@Override
	public void subscribePattern(String pattern) {
		this.port.subscribePattern(this.prefix + pattern);
	}

	@Override
	public void unsubscribePattern(String pattern) {
		this.port.unsubscribePattern(this.prefix + pattern);
	}

	@Override
	public void close() {
		this.port.close();
	}

	private record UnprefixedListener(LinkPortListener listener, int prefixLength) implements LinkPortListener {

		@Override
		public void onFrame(String channel, byte[] frame) {
			this.listener.onFrame(channel.substring(this.prefixLength), frame);
		}

		@Override
		public void onPatternFrame(String pattern, String channel, byte[] frame) {
			this.listener.onPatternFrame(pattern.substring(this.prefixLength), channel.substring(this.prefixLength),
					frame);
		}

		@Override
		public void onUp() {
			this.listener.onUp();
		}

		@Override
		public void onDown(String reason) {
			this.listener.onDown(reason);
		}

	}

}
