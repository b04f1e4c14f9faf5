package io.distributor.gateway;

import java.util.ArrayDeque;
import java.util.Deque;

import org.jspecify.annotations.Nullable;

import io.distributor.link.message.Payload;
import io.distributor.link.message.SocketEvent;

/**
 * The events of one socket that its home has not handled yet, in order. Says when they
 * are too many, and then, so that a client is not stopped for every single event, goes on
 * saying so until half of them are handled. Not safe for use by several threads.
 */
final class UnhandledEvents {

	private final int maxEvents;

	private final int maxBytes;

	private final Deque<SocketEvent> events = new ArrayDeque<>(2);

	private long bytes;

	private boolean tooMany;

	UnhandledEvents(int maxEvents, int maxBytes) {
		this.maxEvents = maxEvents;
		this.maxBytes = maxBytes;
	}

	void add(SocketEvent event) {
		this.events.add(event);
		this.bytes += size(event.payload());
		if (this.events.size() > this.maxEvents || this.bytes > this.maxBytes) {
			this.tooMany = true;
		}
	}

	/**
	 * The home has handled events.
	 * @param number number of the last event handled
	 */
	void handledUpTo(long number) {
		SocketEvent oldest = this.events.peek();
		while (oldest != null && oldest.number() <= number) {
			this.events.remove();
			this.bytes -= size(oldest.payload());
			oldest = this.events.peek();
		}
		if (this.events.size() <= this.maxEvents / 2 && this.bytes <= this.maxBytes / 2) {
			this.tooMany = false;
		}
	}

	boolean tooMany() {
		return this.tooMany;
	}

	int size() {
		return this.events.size();
	}

	@Nullable SocketEvent oldest() {
		return this.events.peek();
	}

	private static int size(Payload payload) {
		int size = payload.json().length;
		for (byte[] attachment : payload.attachments()) {
			size += attachment.length;
		}
		return size;
	}

}
