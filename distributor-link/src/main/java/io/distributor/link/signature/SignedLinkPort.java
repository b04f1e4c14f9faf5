package io.distributor.link.signature;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;

import io.distributor.link.LinkSecrets;
import io.distributor.link.port.LinkPort;
import io.distributor.link.port.LinkPortListener;
import io.distributor.link.protocol.LinkCounters;

/**
 * Signs what is published by a port and lets through only what others of the fleet have
 * signed. Behind the frame stand the id of the publisher, a stamp (microseconds since the
 * epoch, higher than its last one) and the signature of all that and of the channel.
 */
public final class SignedLinkPort implements LinkPort {

	private static final int TRAILER = 2 * Long.BYTES + FrameSignature.LENGTH;

	private static final long MICROS_PER_MILLI = 1_000;

	private final LinkPort port;

	private final LinkCounters counters;

	private final LinkSecrets secrets;

	private final FrameSignature signature;

	private final long publisher = new SecureRandom().nextLong();

	private long stamp;

	/**
	 * Creates a port that signs.
	 * @param port the port that carries the frames
	 * @param secrets what to sign with
	 * @param counters counts what is not let through
	 */
	public SignedLinkPort(LinkPort port, LinkSecrets secrets, LinkCounters counters) {
		this.port = port;
		this.counters = counters;
		this.secrets = secrets;
		this.signature = new FrameSignature(secrets.all().get(0));
	}

	@Override
	public void open(LinkPortListener listener) {
		this.port.open(new Verifier(listener, this.secrets, new RejectionLog(this.counters)));
	}

	@Override
	public void publish(String channel, byte[] frame) {
		this.stamp = Math.max(this.stamp + 1, System.currentTimeMillis() * MICROS_PER_MILLI);
		byte[] signed = Arrays.copyOf(frame, frame.length + TRAILER);
		int length = signed.length - FrameSignature.LENGTH;
		ByteBuffer.wrap(signed, frame.length, 2 * Long.BYTES).putLong(this.publisher).putLong(this.stamp);
		System.arraycopy(this.signature.sign(channel, signed, length), 0, signed, length, FrameSignature.LENGTH);
		this.port.publish(channel, signed);
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

	private static final class Verifier implements LinkPortListener {

		private final LinkPortListener listener;

		private final List<FrameSignature> accepted;

		private final long maxAge;

		private final RejectionLog rejections;

		private final RecentStamps stamps = new RecentStamps();

		Verifier(LinkPortListener listener, LinkSecrets secrets, RejectionLog rejections) {
			this.listener = listener;
			this.accepted = secrets.all().stream().map(FrameSignature::new).toList();
			this.maxAge = secrets.maxAge().toMillis() * MICROS_PER_MILLI;
			this.rejections = rejections;
		}

		@Override
		public void onFrame(String channel, byte[] signed) {
			if (signed.length < TRAILER || !isSigned(channel, signed)) {
				this.rejections.unsigned(channel);
				return;
			}
			int length = signed.length - TRAILER;
			ByteBuffer trailer = ByteBuffer.wrap(signed, length, 2 * Long.BYTES);
			long publisher = trailer.getLong();
			long stamp = trailer.getLong();
			long age = System.currentTimeMillis() * MICROS_PER_MILLI - stamp;
			if (Math.abs(age) > this.maxAge || !this.stamps.advance(publisher, channel, stamp)) {
				this.rejections.stale(channel);
				return;
			}
			this.listener.onFrame(channel, Arrays.copyOf(signed, length));
		}

		private boolean isSigned(String channel, byte[] signed) {
			for (FrameSignature signature : this.accepted) {
				if (signature.isValid(channel, signed)) {
					return true;
				}
			}
			return false;
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
