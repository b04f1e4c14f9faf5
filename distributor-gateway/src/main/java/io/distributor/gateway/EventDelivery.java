package io.distributor.gateway;

import org.jspecify.annotations.Nullable;

import io.distributor.engine.namespace.ClientSocket;
import io.distributor.engine.protocol.socketio.PacketArguments;
import io.distributor.engine.session.CloseReason;
import io.distributor.link.message.DistributorMessage;
import io.distributor.link.message.SocketEvent;

/**
 * Brings what the client of a socket does to its homes, numbered, and stops reading from
 * the client when they do not keep up. To be used on the event loop of the socket.
 */
final class EventDelivery {

	private final ClientSocket client;

	private final SocketDescription description;

	private final Outbox outbox;

	private final ReadingValve valve;

	private final UnhandledTotal total;

	private final UnhandledEvents unhandled;

	private long events;

	private boolean ended;

	EventDelivery(ClientSocket client, SocketDescription description, GatewayParts parts, Outbox outbox,
			ReadingValve valve) {
		this.client = client;
		this.description = description;
		this.outbox = outbox;
		this.valve = valve;
		this.total = parts.unhandledTotal();
		GatewayOptions options = parts.options();
		this.unhandled = new UnhandledEvents(options.maxUnhandledEvents(), options.maxUnhandledBytes(),
				parts.counters().heldMessages, this.total.share(client.executor()));
	}

	/**
	 * Returns what was not handled yet.
	 */
	UnhandledEvents unhandled() {
		return this.unhandled;
	}

	/**
	 * The client sent an event.
	 * @param home the present home, if there is one
	 * @param adoption number of the present or the last home
	 */
	void add(@Nullable Home home, long adoption, PacketArguments arguments, long ackId) {
		this.events++;
		SocketEvent event = new SocketEvent(this.client.namespace(), this.client.id(), adoption, this.events, ackId,
				false, Payloads.of(arguments));
		if (this.unhandled.add(event) && home != null) {
			this.outbox.send(home.node(), event);
		}
		this.valve.homeBehind(this.unhandled.tooMany());
		if (home != null && this.total.isExceeded()) {
			this.valve.stopUntilRelief(this.total);
		}
	}

	/**
	 * The client has left: its disconnect is the last of its events.
	 */
	void end(@Nullable Home home, long adoption, CloseReason reason, @Nullable String detail) {
		this.ended = true;
		this.description.keepRooms();
		this.unhandled.end(this.description.disconnect(adoption, this.events + 1, reason, detail));
		sendWaiting(home);
	}

	/**
	 * A home has handled something.
	 * @param number number of the last event handled, or of the disconnect
	 */
	void handledUpTo(long number) {
		this.unhandled.handledUpTo(number);
		if (!this.ended) {
			this.valve.homeBehind(this.unhandled.tooMany());
		}
	}

	/**
	 * Sends what waits, as much of it as the home may have.
	 * @param home the present home, if there is one
	 */
	void sendWaiting(@Nullable Home home) {
		if (home == null) {
			return;
		}
		DistributorMessage next = this.unhandled.next(home.adoption());
		while (next != null) {
			this.outbox.send(home.node(), next);
			next = this.unhandled.next(home.adoption());
		}
	}

}
