package io.distributor.backend.namespace;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;

import io.distributor.backend.ConnectHandler;
import io.distributor.backend.ConnectionListener;
import io.distributor.backend.ConnectionRefusedException;
import io.distributor.backend.DisconnectListener;
import io.distributor.backend.DisconnectReason;
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

	private final NamespaceHandlers handlers;

	private final EventDispatcher dispatcher;

	private final BackendCounters counters;

	SocketTasks(NamespaceHandlers handlers, EventDispatcher dispatcher, BackendCounters counters) {
		this.handlers = handlers;
		this.dispatcher = dispatcher;
		this.counters = counters;
	}

	void connect(BackendSocket socket, Runnable onRefused) {
		try {
			for (ConnectHandler handler : this.handlers.connect()) {
				handler.onConnect(socket);
			}
		}
		catch (Throwable ex) {
			this.counters.refused.increment();
			refuse(socket, ex);
			onRefused.run();
			return;
		}
		this.counters.accepted.increment();
		socket.state().accept();
		if (!socket.state().isGone()) {
			socket.outbox().accept(socket.key());
		}
		this.handlers.connection().forEach((listener) -> call(listener, socket));
	}

	private void refuse(BackendSocket socket, Throwable failure) {
		if (failure instanceof ConnectionRefusedException refusal) {
			socket.outbox()
				.refuse(socket.key(), Objects.requireNonNullElse(refusal.getMessage(), REFUSED), data(socket, refusal));
			return;
		}
		logger.warn("A connect handler failed, so {} is refused", socket, failure);
		socket.outbox().refuse(socket.key(), REFUSED, null);
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

	@Nullable CompletionStage<?> event(BackendSocket socket, SocketEvent message) {
		return this.dispatcher.dispatch(socket, this.handlers, message);
	}

	void disconnect(BackendSocket socket, DisconnectReason reason) {
		if (socket.state().isAccepted()) {
			call(socket.handlers().disconnect(), socket, reason);
			call(this.handlers.disconnect(), socket, reason);
		}
	}

	private void call(List<DisconnectListener> listeners, BackendSocket socket, DisconnectReason reason) {
		for (DisconnectListener listener : listeners) {
			try {
				listener.onDisconnect(socket, reason);
			}
			catch (Throwable ex) {
				logger.warn("A disconnect listener failed for {}", socket, ex);
			}
		}
	}

}
