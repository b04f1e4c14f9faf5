package io.distributor.engine.namespace;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.distributor.engine.session.OutboundMessage;

/**
 * What waits for the answer to a connect request. Lives on the event loop of the socket.
 */
final class HeldMessages {

	private final List<OutboundMessage> messages = new ArrayList<>(2);

	private long bytesLeft;

	private boolean disconnect;

	HeldMessages(long maxBytes) {
		this.bytesLeft = maxBytes;
	}

	/** Returns whether there was room. */
	boolean add(OutboundMessage message) {
		long size = size(message);
		if (size > this.bytesLeft) {
			return false;
		}
		this.bytesLeft -= size;
		this.messages.add(message);
		return true;
	}

	void disconnectAtEnd() {
		this.disconnect = true;
	}

	boolean isDisconnect() {
		return this.disconnect;
	}

	void forEach(Consumer<OutboundMessage> action) {
		this.messages.forEach(action);
	}

	private static long size(OutboundMessage message) {
		byte[] text = message.text();
		long size = (text != null) ? text.length : 0;
		for (byte[] binary : message.binaries()) {
			size += binary.length;
		}
		return size;
	}

}
