package io.distributor.gateway;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.distributor.engine.namespace.ClientSocket;
import io.distributor.engine.session.CloseReason;
import io.distributor.link.message.SocketAdopt;
import io.distributor.link.message.SocketConnect;
import io.distributor.link.message.SocketDetails;
import io.distributor.link.message.SocketDisconnect;
import io.distributor.link.message.UserRoom;

/**
 * What the homes of a socket are told of it. To be used on its event loop.
 */
final class SocketDescription {

	private final ClientSocket client;

	private final byte @Nullable [] auth;

	private byte @Nullable [] data;

	private @Nullable String user;

	private @Nullable List<String> lastRooms;

	/** The rooms as they were when its last home ceased to be told. */
	private @Nullable Set<String> toldRooms;

	/** The same as it was before the present home adopted the socket. */
	private @Nullable Set<String> toldBefore;

	SocketDescription(ClientSocket client, byte @Nullable [] auth) {
		this.client = client;
		this.auth = auth;
	}

	/**
	 * Keeps what a home wants the next one to know.
	 */
	void keepData(byte[] data) {
		this.data = data;
	}

	int dataBytes() {
		return (this.data != null) ? this.data.length : 0;
	}

	/**
	 * Forgets what is kept.
	 * @return its bytes
	 */
	int dropData() {
		int bytes = dataBytes();
		this.data = null;
		return bytes;
	}

	/**
	 * Keeps whose socket it is, and lets it be found by that.
	 */
	void keepUser(@Nullable String user) {
		this.user = user;
		if (user != null) {
			this.client.joinHidden(UserRoom.of(user));
		}
	}

	/**
	 * The client has left, and is about to be taken out of its rooms.
	 */
	void keepRooms() {
		this.lastRooms = List.copyOf(this.client.rooms());
	}

	/**
	 * From now on nobody is told of changes of the rooms until the next home is.
	 */
	void keepToldRooms() {
		if (this.toldRooms == null) {
			this.toldRooms = Set.copyOf(rooms());
		}
	}

	/**
	 * The home gives the socket back untouched, so it has told nobody of anything.
	 */
	void restoreToldRooms() {
		this.toldRooms = this.toldBefore;
	}

	/**
	 * No home has accepted the socket: what one did to it that is gone does not count,
	 * nor what others did while none was asked.
	 * @return number of bytes that were kept and are not any more
	 */
	int beginAnew() {
		Set<String> rooms = this.client.rooms();
		if (rooms.size() > 1) {
			this.client.leaveNow(rooms);
		}
		this.toldRooms = null;
		return dropData();
	}

	private Collection<String> rooms() {
		return (this.lastRooms != null) ? this.lastRooms : this.client.rooms();
	}

	SocketConnect connect(long adoption) {
		return new SocketConnect(this.client.namespace(), this.client.id(), adoption, Handshakes.of(this.client),
				this.auth);
	}

	SocketAdopt adopt(long adoption) {
		Collection<String> rooms = rooms();
		Set<String> told = (this.toldRooms != null) ? this.toldRooms : Set.copyOf(rooms);
		this.toldRooms = null;
		this.toldBefore = told;
		return new SocketAdopt(this.client.namespace(), this.client.id(), adoption, Handshakes.of(this.client),
				this.auth, List.copyOf(rooms), this.data, this.user, without(rooms, told), without(told, rooms));
	}

	private static List<String> without(Collection<String> some, Collection<String> others) {
		return some.stream().filter((room) -> !others.contains(room)).toList();
	}

	SocketDetails describe(@Nullable String home) {
		return new SocketDetails(this.client.id(), Handshakes.of(this.client), this.auth,
				List.copyOf(this.client.rooms()), this.data, this.user, home);
	}

	SocketDisconnect disconnect(long adoption, long number, CloseReason reason, @Nullable String description) {
		return new SocketDisconnect(this.client.namespace(), this.client.id(), adoption, number, reason.text(),
				description);
	}

}
