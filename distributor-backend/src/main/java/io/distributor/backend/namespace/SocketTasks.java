package io.distributor.backend.namespace;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;

import io.distributor.backend.AdoptListener;
import io.distributor.backend.ArgumentConversionException;
import io.distributor.backend.AuthenticatedUser;
import io.distributor.backend.ConnectionListener;
import io.distributor.backend.ConnectionRefusedException;
import io.distributor.backend.DisconnectListener;
import io.distributor.backend.DisconnectReason;
import io.distributor.backend.ReleaseListener;
import io.distributor.backend.RoomListener;
import io.distributor.backend.statistics.BackendCounters;
import io.distributor.link.message.SocketEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls what the application registered, for one socket after another or for several at
 * the same time. Whatever it throws ends here.
 */
final class SocketTasks {

	private static final Logger logger = LoggerFactory.getLogger(SocketTasks.class);

	/** What a client learns of a connect handler that failed: nothing. */
	private static final String REFUSED = "Connection refused";

	private static final String INVALID = "Invalid arguments";

	private final NamespaceHandlers handlers;

	private final EventDispatcher dispatcher;

	private final SocketAuthentication authentication;

	private final BackendCounters counters;

	SocketTasks(NamespaceHandlers handlers, EventDispatcher dispatcher, SocketAuthentication authentication,
			BackendCounters counters) {
		this.handlers = handlers;
		this.dispatcher = dispatcher;
		this.authentication = authentication;
		this.counters = counters;
	}

	/**
	 * Accepts or refuses a client.
	 * @return {@code null} if that is done, or what completes when it is
	 */
	@Nullable CompletionStage<?> connect(BackendSocket socket, Runnable onRefused) {
		if (socket.state().isElsewhere()) {
			return null;
		}
		AuthenticatedUser user;
		try {
			user = this.authentication.onConnect(socket);
		}
		catch (Throwable ex) {
			refuse(socket, ex, onRefused);
			return null;
		}
		return new ConnectRun(socket, this.handlers.connect().all(), this.dispatcher, (failure) -> {
			if (failure == null) {
				accept(socket, user);
			}
			else {
				refuse(socket, failure, onRefused);
			}
		}).proceed();
	}

	private void accept(BackendSocket socket, @Nullable AuthenticatedUser user) {
		this.counters.accepted.increment();
		socket.accept();
		this.authentication.watch(socket, user);
		this.handlers.connection().all().forEach((listener) -> call(listener, socket));
	}

	void adopt(BackendSocket socket) {
		if (socket.state().isElsewhere()) {
			return;
		}
		if (!this.authentication.onAdopt(socket)) {
			return;
		}
		for (AdoptListener listener : this.handlers.adopt().all()) {
			try {
				listener.onAdopt(socket);
			}
			catch (Throwable ex) {
				logger.warn("An adopt listener failed; {} stays connected", socket, ex);
			}
		}
		this.handlers.connection().all().forEach((listener) -> call(listener, socket));
	}

	private void refuse(BackendSocket socket, Throwable failure, Runnable onRefused) {
		this.counters.refused.increment();
		refuse(socket, failure);
		onRefused.run();
	}

	private void refuse(BackendSocket socket, Throwable failure) {
		if (failure instanceof ConnectionRefusedException refusal) {
			socket.reports().refuse(Objects.requireNonNullElse(refusal.getMessage(), REFUSED), data(socket, refusal));
			return;
		}
		if (failure instanceof ArgumentConversionException) {
			// What the client said of itself does not convert. Only the message: the
			// cause
			// quotes it.
			logger.debug("{} is refused: {}", socket, failure.getMessage());
			socket.reports().refuse(INVALID, null);
			return;
		}
		logger.warn("A connect handler failed, so {} is refused", socket, failure);
		socket.reports().refuse(REFUSED, null);
	}

	private byte @Nullable [] data(BackendSocket socket, ConnectionRefusedException refusal) {
		Object data = refusal.data();
		try {
			return (data != null) ? socket.outbox().writer().value(data) : null;
		}
		catch (IllegalArgumentException ex) {
			logger.warn("Data for the refusal of {} cannot be written and is left out", socket, ex);
			return null;
		}
	}

	private void call(ConnectionListener listener, BackendSocket socket) {
		try {
			listener.onConnection(socket);
		}
		catch (Throwable ex) {
			logger.warn("A connection listener failed; {} stays connected", socket, ex);
		}
	}

	EventRun find(BackendSocket socket, Map<String, String> headers, SocketEvent message) {
		return this.dispatcher.find(socket, this.handlers, headers, message);
	}

	/**
	 * Tells listeners of rooms that the socket joined and left since they were told last.
	 */
	void tellRooms(BackendSocket socket) {
		if (socket.state().isAccepted() && !socket.state().isElsewhere()) {
			tell(socket, socket.roomSet().takeChanges());
		}
	}

	boolean followRooms() {
		return this.handlers.followRooms();
	}

	private void tell(BackendSocket socket, RoomChanges changes) {
		changes.left().forEach((room) -> call(this.handlers.leave(), socket, room));
		changes.joined().forEach((room) -> call(this.handlers.join(), socket, room));
	}

	private void call(ListenerList<RoomListener> listeners, BackendSocket socket, String room) {
		for (RoomListener listener : listeners.all()) {
			try {
				listener.onRoom(socket, room);
			}
			catch (Throwable ex) {
				logger.warn("A listener of rooms failed for {}", socket, ex);
			}
		}
	}

	void disconnect(BackendSocket socket, DisconnectReason reason) {
		if (socket.state().isAccepted()) {
			call(socket.handlers().disconnecting(), socket, reason);
			call(this.handlers.disconnecting(), socket, reason);
			tell(socket, socket.roomSet().takeEnd());
			call(socket.handlers().disconnect(), socket, reason);
			call(this.handlers.disconnect(), socket, reason);
		}
	}

	void release(BackendSocket socket) {
		if (!socket.state().isAccepted()) {
			return;
		}
		for (ReleaseListener listener : this.handlers.release().all()) {
			try {
				listener.onRelease(socket);
			}
			catch (Throwable ex) {
				logger.warn("A release listener failed for {}", socket, ex);
			}
		}
	}

	private void call(ListenerList<DisconnectListener> listeners, BackendSocket socket, DisconnectReason reason) {
		for (DisconnectListener listener : listeners.all()) {
			try {
				listener.onDisconnect(socket, reason);
			}
			catch (Throwable ex) {
				logger.warn("A disconnect listener failed for {}", socket, ex);
			}
		}
	}

}
