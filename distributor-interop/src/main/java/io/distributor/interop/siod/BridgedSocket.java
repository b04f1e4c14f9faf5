package io.distributor.interop.siod;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.distributor.link.message.SocketDetails;
import io.distributor.link.message.SocketEvent;
import io.distributor.link.message.SocketHandshake;
import io.distributor.link.message.UserRoom;
import org.jspecify.annotations.Nullable;

/**
 * A client behind a distributor of the original. Used by the worker; its rooms are
 * guarded by {@link BridgedRooms}.
 */
final class BridgedSocket {

	static final long NO_DISTRIBUTOR = Long.MIN_VALUE;

	private final String namespace;

	private final String id;

	private final long adoption;

	private final SocketHandshake handshake;

	private final byte @Nullable [] info;

	private final Set<String> rooms = new HashSet<>();

	/** Sizes of the events that are not handled, the first one first. */
	private final Deque<Integer> unhandled = new ArrayDeque<>();

	/** Those that came before the client was accepted. */
	private final Deque<SocketEvent> waiting = new ArrayDeque<>();

	private long events;

	private long handled;

	private long unhandledBytes;

	private long distributor = NO_DISTRIBUTOR;

	private boolean accepted;

	private @Nullable String user;

	private byte @Nullable [] data;

	BridgedSocket(String namespace, String id, long adoption, SocketHandshake handshake, byte @Nullable [] info) {
		this.namespace = namespace;
		this.id = id;
		this.adoption = adoption;
		this.handshake = handshake;
		this.info = info;
	}

	String namespace() {
		return this.namespace;
	}

	String id() {
		return this.id;
	}

	long adoption() {
		return this.adoption;
	}

	Set<String> rooms() {
		return this.rooms;
	}

	/**
	 * Returns the number of its distributor, which its first event has told.
	 */
	long distributor() {
		return this.distributor;
	}

	void distributor(long number) {
		if (this.distributor == NO_DISTRIBUTOR) {
			this.distributor = number;
		}
	}

	boolean isAccepted() {
		return this.accepted;
	}

	void accept(@Nullable String user) {
		this.accepted = true;
		this.user = user;
	}

	void data(byte[] data) {
		this.data = data;
	}

	long nextNumber() {
		this.events++;
		return this.events;
	}

	void addUnhandled(int bytes) {
		this.unhandled.add(bytes);
		this.unhandledBytes += bytes;
	}

	/**
	 * The backend has handled the events up to a number.
	 * @return how many bytes they had
	 */
	long handledUpTo(long number) {
		long before = this.unhandledBytes;
		while (this.handled < number && !this.unhandled.isEmpty()) {
			this.unhandledBytes -= this.unhandled.remove();
			this.handled++;
		}
		return before - this.unhandledBytes;
	}

	int unhandledEvents() {
		return this.unhandled.size();
	}

	long unhandledBytes() {
		return this.unhandledBytes;
	}

	Deque<SocketEvent> waiting() {
		return this.waiting;
	}

	SocketDetails describe(@Nullable String home) {
		List<String> visible = this.rooms.stream().filter((room) -> !UserRoom.isReserved(room)).toList();
		return new SocketDetails(this.id, this.handshake, this.info, visible, this.data, this.user, home);
	}

}
