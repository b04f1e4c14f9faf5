package io.distributor.gateway;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

import io.distributor.link.message.DistributorMessage;
import io.distributor.link.message.Payload;
import io.distributor.link.message.SocketDisconnect;
import io.distributor.link.message.SocketEvent;

/**
 * What the homes of one socket have not handled yet, in order: the events of its client
 * and, when that has left, its disconnect. The home gets no more events ahead than it may
 * have left to handle; the others wait here, and all do while there is no home for them.
 * <p>
 * Says when they are too many, and then, so that a client is not stopped for every single
 * event, goes on saying so until half of them are handled. What was read before the
 * client is stopped comes on top. Not safe for use by several threads.
 */
final class UnhandledEvents {

	/** What an event takes beside its payload. */
	private static final int EVENT_BYTES = 128;

	private final int maxEvents;

	private final int maxBytes;

	private final AtomicInteger heldMessages;

	private final UnhandledTotal.Share total;

	private final Deque<SocketEvent> sent = new ArrayDeque<>(2);

	private final Deque<SocketEvent> waiting = new ArrayDeque<>(1);

	private @Nullable SocketDisconnect disconnect;

	private boolean disconnectSent;

	private boolean heldBack;

	private long bytes;

	private boolean tooMany;

	UnhandledEvents(int maxEvents, int maxBytes, AtomicInteger heldMessages, UnhandledTotal.Share total) {
		this.maxEvents = maxEvents;
		this.maxBytes = maxBytes;
		this.heldMessages = heldMessages;
		this.total = total;
	}

	/**
	 * The client sent an event.
	 * @param event the event
	 * @return whether the home is to get it now; else it waits
	 */
	boolean add(SocketEvent event) {
		int size = size(event.payload());
		this.bytes += size;
		this.total.add(size + EVENT_BYTES);
		boolean now = !this.heldBack && this.waiting.isEmpty() && this.sent.size() < this.maxEvents;
		if (now) {
			this.sent.add(event);
		}
		else {
			this.waiting.add(event);
			this.heldMessages.incrementAndGet();
		}
		if (hasTooManyEvents() || hasTooManyBytes()) {
			this.tooMany = true;
		}
		return now;
	}

	/**
	 * The client has left: nothing comes after this.
	 * @param disconnect its disconnect
	 */
	void end(SocketDisconnect disconnect) {
		this.disconnect = disconnect;
	}

	/**
	 * Returns the next of those that wait which the home is to get now.
	 * @param adoption number under which it is the home
	 * @return an event or the disconnect, from now on among those sent, or {@code null}
	 * if none waits or the home has enough
	 */
	@Nullable DistributorMessage next(long adoption) {
		if (this.heldBack) {
			return null;
		}
		if (this.waiting.isEmpty()) {
			return nextDisconnect(adoption);
		}
		if (this.sent.size() >= this.maxEvents) {
			return null;
		}
		SocketEvent next = under(adoption, this.waiting.remove());
		this.heldMessages.decrementAndGet();
		this.sent.add(next);
		return next;
	}

	private @Nullable DistributorMessage nextDisconnect(long adoption) {
		SocketDisconnect last = this.disconnect;
		if (last == null || this.disconnectSent) {
			return null;
		}
		this.disconnectSent = true;
		return new SocketDisconnect(last.namespace(), last.socketId(), adoption, last.number(), last.reason(),
				last.description());
	}

	private static SocketEvent under(long adoption, SocketEvent event) {
		return (event.adoption() == adoption) ? event : copy(event, adoption, event.redelivered());
	}

	private static SocketEvent copy(SocketEvent event, long adoption, boolean redelivered) {
		return new SocketEvent(event.namespace(), event.socketId(), adoption, event.number(), event.ackId(),
				redelivered, event.payload());
	}

	/**
	 * The home has handled what it got.
	 * @param number number of the last event handled, or of the disconnect
	 */
	void handledUpTo(long number) {
		SocketEvent oldest = this.sent.peek();
		while (oldest != null && oldest.number() <= number) {
			this.sent.remove();
			int size = size(oldest.payload());
			this.bytes -= size;
			this.total.add(-size - EVENT_BYTES);
			oldest = this.sent.peek();
		}
		SocketDisconnect last = this.disconnect;
		if (last != null && this.disconnectSent && last.number() <= number) {
			this.disconnect = null;
		}
		if (count() <= this.maxEvents / 2 && this.bytes <= this.maxBytes / 2) {
			this.tooMany = false;
		}
	}

	/**
	 * Lets everything that comes wait from now on, until {@link #resume()}.
	 */
	void holdBack() {
		this.heldBack = true;
	}

	/**
	 * There is a home again.
	 */
	void resume() {
		this.heldBack = false;
	}

	/**
	 * The home is no more: what it got and did not handle waits again, before everything
	 * else.
	 * @param redelivered whether to mark these events, because it may have handled them;
	 * a mark stays
	 */
	void takeBack(boolean redelivered) {
		holdBack();
		this.disconnectSent = false;
		this.heldMessages.addAndGet(this.sent.size());
		SocketEvent last = this.sent.pollLast();
		while (last != null) {
			this.waiting.addFirst(redelivered ? copy(last, last.adoption(), true) : last);
			last = this.sent.pollLast();
		}
	}

	private int count() {
		return this.sent.size() + this.waiting.size();
	}

	boolean hasTooManyEvents() {
		return count() > this.maxEvents;
	}

	boolean hasTooManyBytes() {
		return this.bytes > this.maxBytes;
	}

	boolean tooMany() {
		return this.tooMany;
	}

	/**
	 * Returns how many events wait that a home may have handled already.
	 */
	long redelivered() {
		return this.waiting.stream().filter(SocketEvent::redelivered).count();
	}

	/**
	 * Returns whether the home has handled everything that there is.
	 */
	boolean isEmpty() {
		return this.sent.isEmpty() && this.waiting.isEmpty() && this.disconnect == null;
	}

	/**
	 * Forgets everything.
	 */
	void clear() {
		this.heldMessages.addAndGet(-this.waiting.size());
		this.total.add(-this.bytes - (long) count() * EVENT_BYTES);
		this.sent.clear();
		this.waiting.clear();
		this.disconnect = null;
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
