package io.distributor.link.frame;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.distributor.link.presence.ForwardingAddress;
import io.distributor.link.presence.Node;
import io.distributor.link.presence.NodeId;
import io.distributor.link.presence.NodeRole;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessagePackException;

/**
 * Turns bytes into frames and takes them for untrusted: sizes are bounded by the frame.
 * May be used from any thread.
 */
public final class FrameDecoder {

	private static final int START = 3;

	/** Those of the first version of the protocol, behind which others follow. */
	private static final int HEARTBEAT_FIELDS = 5;

	private static final int PREALLOCATED = 64;

	private final HandshakeReader handshakes = new HandshakeReader();

	/**
	 * Decodes a frame.
	 * @param bytes the bytes
	 * @param reader who reads; of a broadcast that is not for it the entries are left out
	 * @return the frame
	 * @throws MalformedFrameException if the bytes are no frame of this version, or of a
	 * type it does not know
	 */
	public Frame decode(byte[] bytes, NodeId reader) {
		try {
			MessagePackReader in = new MessagePackReader(bytes);
			int fields = in.array(START);
			int version = in.integer();
			if (version != FrameType.VERSION) {
				throw new MalformedFrameException(
						"Frame version: " + version + " (expected: " + FrameType.VERSION + ")");
			}
			int type = in.integer();
			NodeId sender = new NodeId(in.string());
			return decode(in, type, fields - START, sender, reader);
		}
		catch (IOException | MessagePackException | IllegalArgumentException ex) {
			throw new MalformedFrameException("Frame of " + bytes.length + " bytes: " + ex, ex);
		}
	}

	private Frame decode(MessagePackReader in, int type, int fields, NodeId sender, NodeId reader) throws IOException {
		return switch (type) {
			case FrameType.INBOX -> new InboxFrame(sender, in.number(), in.number(), entries(in), in.bool());
			case FrameType.BROADCAST -> broadcast(in, sender, reader);
			case FrameType.RESEND -> new ResendFrame(sender, in.number(), in.number());
			case FrameType.HEARTBEAT -> heartbeat(in, fields, sender);
			case FrameType.GOODBYE -> new GoodbyeFrame(sender, in.bool());
			case FrameType.FENCE -> new FenceFrame(sender, new NodeId(in.string()));
			default -> throw new MalformedFrameException("Frame type: " + type + " (expected: 1 to 6)");
		};
	}

	private Frame broadcast(MessagePackReader in, NodeId sender, NodeId reader) throws IOException {
		int receivers = in.map();
		Map<NodeId, Long> firsts = Map.of();
		for (int i = 0; i < receivers; i++) {
			String receiver = in.string();
			long first = in.number();
			if (receiver.equals(reader.value())) {
				firsts = Map.of(reader, first);
			}
		}
		return new BroadcastFrame(sender, firsts, firsts.isEmpty() ? List.of() : entries(in));
	}

	private Frame heartbeat(MessagePackReader in, int fields, NodeId sender) throws IOException {
		NodeRole role = NodeRole.valueOf(in.string().toUpperCase(Locale.ROOT));
		String name = in.string();
		Set<String> namespaces = new HashSet<>(in.strings());
		boolean draining = in.bool();
		boolean hello = in.bool();
		ForwardingAddress forwarding = (fields > HEARTBEAT_FIELDS) ? forwarding(in) : null;
		return new HeartbeatFrame(new Node(sender, role, name, namespaces, draining, forwarding), hello);
	}

	private static @Nullable ForwardingAddress forwarding(MessagePackReader in) throws IOException {
		if (in.isNil()) {
			return null;
		}
		int fields = in.array(3);
		ForwardingAddress forwarding = new ForwardingAddress(in.string(),
				ForwardingAddress.of(in.bytes(), in.integer()));
		in.skip(fields - 3);
		return forwarding;
	}

	private List<FrameEntry> entries(MessagePackReader in) throws IOException {
		int size = in.array(0);
		EntryReader reader = new EntryReader(in, this.handshakes);
		List<FrameEntry> entries = new ArrayList<>(Math.min(size, PREALLOCATED));
		for (int i = 0; i < size; i++) {
			entries.add(reader.read());
		}
		return entries;
	}

}
