package io.distributor.interop.siod;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import io.distributor.interop.adapter.MalformedMessageException;
import io.distributor.interop.siod.ToDistributorMessage.Callback;
import io.distributor.link.message.AcceptSocket;
import io.distributor.link.message.DisconnectSockets;
import io.distributor.link.message.EventAnswer;
import io.distributor.link.message.EventsHandled;
import io.distributor.link.message.Selection;
import io.distributor.link.message.SocketAdopt;
import io.distributor.link.message.SocketConnect;
import io.distributor.link.message.SocketDisconnect;
import io.distributor.link.message.SocketEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clients of one namespace that a backend of the original owns. Used by the worker,
 * unless a method says otherwise.
 */
final class BackendClients {

	private static final Logger logger = LoggerFactory.getLogger(BackendClients.class);

	private static final long NO_REQUEST = 0;

	private final String namespace;

	private final String channel;

	private final OriginalSide original;

	private final LocalSender gateway;

	private final ToBackendWriter writer;

	private final ClientInfo info;

	private final SiodCounters counters;

	/** Adoption numbers by the ids of the sockets. */
	private final Map<String, Long> sockets = new HashMap<>();

	private final AtomicBoolean clearing = new AtomicBoolean();

	private volatile boolean complained;

	BackendClients(String namespace, String channel, OriginalSide original, LocalSender gateway, ToBackendWriter writer,
			ClientInfo info, SiodCounters counters) {
		this.namespace = namespace;
		this.channel = channel;
		this.original = original;
		this.gateway = gateway;
		this.writer = writer;
		this.info = info;
		this.counters = counters;
	}

	/**
	 * Takes a client. It is in the namespace before a backend hears of it, which may make
	 * it join rooms or emit to it at once.
	 */
	void connect(SocketConnect message) {
		if (this.sockets.put(message.socketId(), message.adoption()) == null) {
			this.counters.sockets.incrementAndGet();
		}
		this.gateway.send(new AcceptSocket(this.namespace, message.socketId(), message.adoption()));
		publish(this.writer.newConnection(message.socketId(), this.info.of(message)));
	}

	/**
	 * Refuses a client that another backend had: those of the original take over none.
	 */
	void adopt(SocketAdopt message) {
		if (this.sockets.put(message.socketId(), message.adoption()) == null) {
			this.counters.sockets.incrementAndGet();
		}
		disconnect(Selection.socket(message.socketId()));
	}

	void event(SocketEvent message) {
		if (this.sockets.containsKey(message.socketId())) {
			try {
				publish(this.writer.event(message));
			}
			catch (MalformedMessageException ex) {
				this.counters.rejected.increment();
				logger.debug("An event of a client is not forwarded: {}", ex.getMessage());
			}
		}
		this.gateway.send(new EventsHandled(this.namespace, message.socketId(), message.adoption(), message.number()));
	}

	void disconnect(SocketDisconnect message) {
		leave(message.socketId());
		this.gateway.send(new EventsHandled(this.namespace, message.socketId(), message.adoption(), message.number()));
	}

	/**
	 * A socket has this home no more.
	 */
	void leave(String socketId) {
		if (this.sockets.remove(socketId) != null) {
			this.counters.sockets.decrementAndGet();
			// Whether anybody hears it matters no more.
			this.original.publish(this.channel, this.writer.disconnect(socketId));
		}
	}

	/**
	 * The connections of all clients were closed without a word of the gateway.
	 */
	void leaveAll() {
		for (String socketId : this.sockets.keySet().toArray(String[]::new)) {
			leave(socketId);
		}
	}

	/**
	 * A backend answers an event. Which answers are awaited, and how many at most, the
	 * gateway knows.
	 */
	void answer(Callback callback) {
		Long adoption = this.sockets.get(callback.socketId());
		if (adoption == null) {
			this.counters.ignored.increment();
			return;
		}
		this.gateway.send(new EventAnswer(this.namespace, callback.socketId(), adoption, callback.callbackId() - 1,
				callback.payload()));
	}

	/**
	 * A backend closes the namespace.
	 */
	void close() {
		logger.info("The original backend of {} leaves: its {} clients are disconnected", this.namespace,
				this.sockets.size());
		disconnect(Selection.ALL);
	}

	private void disconnect(Selection selection) {
		this.gateway.send(new DisconnectSockets(this.namespace, selection, false, NO_REQUEST));
	}

	private void publish(byte[] message) {
		this.original.publish(this.channel, message, this::onHeard);
	}

	/**
	 * Called by a thread of the port.
	 */
	private void onHeard(long backends) {
		if (backends == 0) {
			if (this.clearing.compareAndSet(false, true)) {
				this.original.worker().force(this::clear);
			}
		}
		else if (backends == 1) {
			this.complained = false;
		}
		else if (!this.complained) {
			this.complained = true;
			logger.warn("{} processes take themselves for the original backend of {} (expected: 1): each handles every "
					+ "event", backends, this.namespace);
		}
	}

	private void clear() {
		this.clearing.set(false);
		if (this.sockets.isEmpty()) {
			return;
		}
		this.counters.backendsDown.increment();
		if (!this.complained) {
			this.complained = true;
			logger.warn("No original backend hears {}: the {} clients of {} are disconnected; start one", this.channel,
					this.sockets.size(), this.namespace);
		}
		disconnect(Selection.ALL);
	}

}
