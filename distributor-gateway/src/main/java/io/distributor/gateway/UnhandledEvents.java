package io.distributor.gateway;

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

	/** Those that the home has got, before those that wait. */
	private final EventRing events = new EventRing();

	private int sent;

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
		boolean now = !this.heldBack && waiting() == 0 && this.sent < this.maxEvents;
		this.events.add(event);
		if (now) {
			this.sent++;
		}
		else {
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
		if (waiting() == 0) {
			return nextDisconnect(adoption);
		}
		if (this.sent >= this.maxEvents) {
			return null;
		}
		SocketEvent next = under(adoption, this.events.get(this.sent));
		this.events.set(this.sent, next);
		this.sent++;
		this.heldMessages.decrementAndGet();
		return next;
	}

	private int waiting() {
		return this.events.size() - this.sent;
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
		while (this.sent > 0 && this.events.get(0).number() <= number) {
			int size = size(this.events.get(0).payload());
			this.events.removeFirst();
			this.sent--;
			this.bytes -= size;
			this.total.add(-size - EVENT_BYTES);
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
		this.heldMessages.addAndGet(this.sent);
		if (redelivered) {
			for (int i = 0; i < this.sent; i++) {
				SocketEvent event = this.events.get(i);
				this.events.set(i, copy(event, event.adoption(), true));
			}
		}
		this.sent = 0;
	}

	private int count() {
		return this.events.size();
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
		long redelivered = 0;
		for (int i = this.sent; i < this.events.size(); i++) {
			redelivered += this.events.get(i).redelivered() ? 1 : 0;
		}
		return redelivered;
	}

	/**
	 * Returns whether the home has handled everything that there is.
	 */
	boolean isEmpty() {
		return this.events.isEmpty() && this.disconnect == null;
	}

	/**
	 * Forgets everything.
	 */
	void clear() {
		this.heldMessages.addAndGet(-waiting());
		this.total.add(-this.bytes - (long) count() * EVENT_BYTES);
		this.events.clear();
		this.sent = 0;
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
