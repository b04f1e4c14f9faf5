package io.distributor.link.frame;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.distributor.link.presence.ForwardingAddress;
import io.distributor.link.presence.Node;
import io.distributor.link.presence.NodeId;

/**
 * Turns frames into bytes. Used again and again by one thread.
 */
public final class FrameEncoder {

	private final MessagePackWriter out = new MessagePackWriter();

	private final EntryWriter entryWriter = new EntryWriter(this.out);

	private final Frame.Handler writer = new Writer();

	/**
	 * Encodes a frame.
	 * @param frame the frame
	 * @return its bytes, owned by the caller
	 */
	public byte[] encode(Frame frame) {
		frame.deliverTo(this.writer);
		return this.out.takeBytes();
	}

	private MessagePackWriter start(int type, Frame frame, int fields) {
		return this.out.array(3 + fields).number(FrameType.VERSION).number(type).string(frame.sender().value());
	}

	private void entries(List<FrameEntry> entries) {
		this.out.array(entries.size());
		entries.forEach(this.entryWriter::write);
	}

	private final class Writer implements Frame.Handler {

		@Override
		public void onInboxFrame(InboxFrame frame) {
			start(FrameType.INBOX, frame, 4).number(frame.acknowledged()).number(frame.first());
			entries(frame.entries());
			FrameEncoder.this.out.bool(frame.answer());
		}

		@Override
		public void onBroadcastFrame(BroadcastFrame frame) {
			Map<NodeId, Long> firsts = frame.firsts();
			MessagePackWriter out = start(FrameType.BROADCAST, frame, 2).map(firsts.size());
			firsts.forEach((receiver, first) -> out.string(receiver.value()).number(first));
			entries(frame.entries());
		}

		@Override
		public void onResendFrame(ResendFrame frame) {
			start(FrameType.RESEND, frame, 2).number(frame.from()).number(frame.to());
		}

		@Override
		public void onHeartbeatFrame(HeartbeatFrame frame) {
			Node node = frame.node();
			ForwardingAddress forwarding = node.forwarding();
			start(FrameType.HEARTBEAT, frame, (forwarding != null) ? 6 : 5)
				.string(node.role().name().toLowerCase(Locale.ROOT))
				.string(node.name())
				.strings(node.namespaces())
				.bool(node.draining())
				.bool(frame.hello());
			if (forwarding != null) {
				FrameEncoder.this.out.array(3)
					.string(forwarding.tag())
					.bytes(forwarding.address().getAddress().getAddress())
					.number(forwarding.address().getPort());
			}
		}

		@Override
		public void onGoodbyeFrame(GoodbyeFrame frame) {
			start(FrameType.GOODBYE, frame, 1).bool(frame.abandoned());
		}

		@Override
		public void onFenceFrame(FenceFrame frame) {
			start(FrameType.FENCE, frame, 1).string(frame.fenced().value());
		}

	}

}
