package io.distributor.gateway;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

import io.distributor.link.message.Payload;
import io.distributor.link.message.SocketEvent;

/**
 * The events of one socket that its home has not handled yet, in order. The home gets no
 * more of them ahead than it may have left to handle; the others wait here.
 * <p>
 * Says when they are too many, and then, so that a client is not stopped for every single
 * event, goes on saying so until half of them are handled. What was read before the
 * client is stopped comes on top. Not safe for use by several threads.
 */
final class UnhandledEvents {

	private final int maxEvents;

	private final int maxBytes;

	private final AtomicInteger heldMessages;

	private final Deque<SocketEvent> sent = new ArrayDeque<>(2);

	private final Deque<SocketEvent> waiting = new ArrayDeque<>(1);

	private long bytes;

	private boolean tooMany;

	UnhandledEvents(int maxEvents, int maxBytes, AtomicInteger heldMessages) {
		this.maxEvents = maxEvents;
		this.maxBytes = maxBytes;
		this.heldMessages = heldMessages;
	}

	/**
	 * The client sent an event.
	 * @param event the event
	 * @return whether the home is to get it now; else it waits
	 */
	boolean add(SocketEvent event) {
		this.bytes += size(event.payload());
		if (this.bytes > this.maxBytes) {
			this.tooMany = true;
		}
		if (this.waiting.isEmpty() && this.sent.size() < this.maxEvents) {
			this.sent.add(event);
			return true;
		}
		this.tooMany = true;
		this.waiting.add(event);
		this.heldMessages.incrementAndGet();
		return false;
	}

	/**
	 * Returns the next event that waited and that the home is to get now.
	 * @return the event, from now on among those sent, or {@code null} if none waits or
	 * the home has enough
	 */
	@Nullable SocketEvent next() {
		if (this.waiting.isEmpty() || this.sent.size() >= this.maxEvents) {
			return null;
		}
		SocketEvent next = this.waiting.remove();
		this.heldMessages.decrementAndGet();
		this.sent.add(next);
		return next;
	}

	/**
	 * The home has handled events.
	 * @param number number of the last event handled
	 */
	void handledUpTo(long number) {
		SocketEvent oldest = this.sent.peek();
		while (oldest != null && oldest.number() <= number) {
			this.sent.remove();
			this.bytes -= size(oldest.payload());
			oldest = this.sent.peek();
		}
		if (this.sent.size() + this.waiting.size() <= this.maxEvents / 2 && this.bytes <= this.maxBytes / 2) {
			this.tooMany = false;
		}
	}

	boolean tooMany() {
		return this.tooMany;
	}

	/**
	 * Returns whether the home has got all events.
	 */
	boolean isAllSent() {
		return this.waiting.isEmpty();
	}

	/**
	 * Forgets all events: there is no home for them.
	 */
	void clear() {
		this.heldMessages.addAndGet(-this.waiting.size());
		this.sent.clear();
		this.waiting.clear();
		this.bytes = 0;
		this.tooMany = false;
	}

	private static int size(Payload payload) {
		int size = payload.json().length;
		for (byte[] attachment : payload.attachments()) {
			size += attachment.length;
		}
		return size;
	}

}
