package io.distributor.backend.instance;

import java.time.Duration;
import java.util.List;

import io.distributor.backend.HandshakeAuthenticator;
import io.distributor.backend.namespace.NamespaceName;
import io.distributor.link.presence.NamespacePattern;
import io.distributor.link.presence.Node;
import org.jspecify.annotations.Nullable;

/**
 * How a backend instance works.
 *
 * @param namespaces names of the namespaces it owns from the start, at least one and
 * {@value Node#MAX_NAMESPACES} at most; the first is {@code io} itself
 * @param ackTimeout how long a client may take to acknowledge an event, unless said
 * otherwise
 * @param requestTimeout how long distributors may take to answer a request such as a join
 * @param handlerTimeout how long a stage returned by an event handler may take before the
 * next event of its socket goes ahead, and an answer before the event counts as handled
 * without it
 * @param drainTimeout how long draining waits for handlers and for distributors that give
 * the sockets other homes
 * @param maxSockets number of sockets; further ones are refused, unless they are adopted
 * @param maxQueuedEvents number of events of one socket that wait for their turn; a
 * socket with more is disconnected. Also the number of its concurrent handlers at work
 * @param maxSocketAcks number of acknowledgements awaited from one socket; asking for
 * more fails
 * @param maxAcks number of acknowledgements awaited from all sockets; asking for more
 * fails
 * @param maxAnswerBytes size of the answers kept for broadcasts that are not complete; a
 * socket whose answer does not fit counts as one that did not answer
 * @param maxFetchBytes size of what distributors answer to a fetch of sockets, all
 * together, and of all such answers that are not complete; what does not fit is cut off
 * @param maxRequests number of requests awaited; asking for more fails
 * @param handledBatch number of events of one socket after which the distributor is told
 * that they are handled, even if more wait
 * @param dataSize size of the data of one socket, in bytes of JSON; setting more fails
 * @param authenticator says who the clients are, or {@code null}: all are nobody
 * @param authenticationGrace how long a socket stays after that has ended; not negative
 * @param maxDynamicNamespaces number of namespaces that match patterns and have sockets;
 * clients that want to join further ones are refused
 */
public record BackendOptions(List<String> namespaces, Duration ackTimeout, Duration requestTimeout,
		Duration handlerTimeout, Duration drainTimeout, int maxSockets, int maxQueuedEvents, int maxSocketAcks,
		int maxAcks, long maxAnswerBytes, long maxFetchBytes, int maxRequests, int handledBatch, int dataSize,
		@Nullable HandshakeAuthenticator authenticator, Duration authenticationGrace, int maxDynamicNamespaces) {

	public BackendOptions {
		namespaces = namespaces.stream().map(NamespaceName::normalize).distinct().toList();
		if (namespaces.isEmpty()) {
			throw new IllegalArgumentException("namespaces: [] (expected: at least one)");
		}
		if (namespaces.size() > Node.MAX_NAMESPACES) {
			throw new IllegalArgumentException("namespaces: " + namespaces.size() + " (expected: <= "
					+ Node.MAX_NAMESPACES + "; a pattern such as /room-{id} stands for many)");
		}
		if (NamespacePattern.isPattern(namespaces.get(0))) {
			throw new IllegalArgumentException(
					"namespaces: " + namespaces + " (expected: a name, not a pattern, in the first place)");
		}
		requirePositive("ackTimeout", ackTimeout);
		requirePositive("requestTimeout", requestTimeout);
		requirePositive("handlerTimeout", handlerTimeout);
		requirePositive("drainTimeout", drainTimeout);
		requirePositive("maxSockets", maxSockets);
		requirePositive("maxQueuedEvents", maxQueuedEvents);
		requirePositive("maxSocketAcks", maxSocketAcks);
		requirePositive("maxAcks", maxAcks);
		requirePositive("maxAnswerBytes", maxAnswerBytes);
		requirePositive("maxFetchBytes", maxFetchBytes);
		requirePositive("maxRequests", maxRequests);
		requirePositive("handledBatch", handledBatch);
		requirePositive("dataSize", dataSize);
		if (authenticationGrace.isNegative()) {
			throw new IllegalArgumentException("authenticationGrace: " + authenticationGrace + " (expected: >= 0)");
		}
		requirePositive("maxDynamicNamespaces", maxDynamicNamespaces);
	}

	/**
	 * Begins with the defaults.
	 * @param namespaces names of the namespaces, with or without the leading slash
	 * @return a builder
	 */
	public static Builder builder(String... namespaces) {
		return new Builder(List.of(namespaces));
	}

	private static void requirePositive(String name, Duration value) {
		if (value.isNegative() || value.isZero()) {
			throw new IllegalArgumentException(name + ": " + value + " (expected: > 0)");
		}
	}

	private static void requirePositive(String name, long value) {
		if (value <= 0) {
			throw new IllegalArgumentException(name + ": " + value + " (expected: > 0)");
		}
	}

	/**
	 * Changes defaults. Not for several threads.
	 */
	public static final class Builder {

		private final List<String> namespaces;

		private Duration ackTimeout = Duration.ofSeconds(30);

		private Duration requestTimeout = Duration.ofSeconds(5);

		private Duration handlerTimeout = Duration.ofSeconds(60);

		private Duration drainTimeout = Duration.ofSeconds(20);

		private int maxSockets = 100_000;

		private int maxQueuedEvents = 1_024;

		private int maxSocketAcks = 100;

		private int maxAcks = 100_000;

		private long maxAnswerBytes = 32L * 1024 * 1024;

		private long maxFetchBytes = 8L * 1024 * 1024;

		private int maxRequests = 10_000;

		private int handledBatch = 16;

		private int dataSize = 16 * 1024;

		private @Nullable HandshakeAuthenticator authenticator;

		private Duration authenticationGrace = Duration.ofSeconds(60);

		private int maxDynamicNamespaces = 10_000;

		private Builder(List<String> namespaces) {
			this.namespaces = namespaces;
		}

		/**
		 * Sets how long a client may take to acknowledge an event. By default 30 s.
		 * @param ackTimeout the time, longer than zero
		 * @return this builder
		 */
		public Builder ackTimeout(Duration ackTimeout) {
			this.ackTimeout = ackTimeout;
			return this;
		}

		/**
		 * Sets how long distributors may take to answer a request. By default 5 s.
		 * @param requestTimeout the time, longer than zero
		 * @return this builder
		 */
		public Builder requestTimeout(Duration requestTimeout) {
			this.requestTimeout = requestTimeout;
			return this;
		}

		/**
		 * Sets how long a stage returned by an event handler may take. By default 60 s.
		 * @param handlerTimeout the time, longer than zero
		 * @return this builder
		 */
		public Builder handlerTimeout(Duration handlerTimeout) {
			this.handlerTimeout = handlerTimeout;
			return this;
		}

		/**
		 * Sets how long draining waits for handlers. By default 20 s.
		 * @param drainTimeout the time, longer than zero
		 * @return this builder
		 */
		public Builder drainTimeout(Duration drainTimeout) {
			this.drainTimeout = drainTimeout;
			return this;
		}

		/**
		 * Sets the number of sockets. By default 100,000.
		 * @param maxSockets the number, at least 1
		 * @return this builder
		 */
		public Builder maxSockets(int maxSockets) {
			this.maxSockets = maxSockets;
			return this;
		}

		/**
		 * Sets the number of events of one socket that may wait. By default 1,024: more
		 * than a distributor sends ahead.
		 * @param maxQueuedEvents the number, at least 1
		 * @return this builder
		 */
		public Builder maxQueuedEvents(int maxQueuedEvents) {
			this.maxQueuedEvents = maxQueuedEvents;
			return this;
		}

		/**
		 * Sets the number of acknowledgements awaited from one socket. By default 100.
		 * @param maxSocketAcks the number, at least 1
		 * @return this builder
		 */
		public Builder maxSocketAcks(int maxSocketAcks) {
			this.maxSocketAcks = maxSocketAcks;
			return this;
		}

		/**
		 * Sets the number of acknowledgements awaited from all sockets. By default
		 * 100,000.
		 * @param maxAcks the number, at least 1
		 * @return this builder
		 */
		public Builder maxAcks(int maxAcks) {
			this.maxAcks = maxAcks;
			return this;
		}

		/**
		 * Sets the size of the answers kept for broadcasts that are not complete. By
		 * default 32 MB.
		 * @param maxAnswerBytes the size in bytes, at least 1
		 * @return this builder
		 */
		public Builder maxAnswerBytes(long maxAnswerBytes) {
			this.maxAnswerBytes = maxAnswerBytes;
			return this;
		}

		/**
		 * Sets the size of what distributors answer to a fetch of sockets, and of all
		 * such answers that are not complete. By default 8 MB.
		 * @param maxFetchBytes the size in bytes, at least 1
		 * @return this builder
		 */
		public Builder maxFetchBytes(long maxFetchBytes) {
			this.maxFetchBytes = maxFetchBytes;
			return this;
		}

		/**
		 * Sets the number of requests awaited. By default 10,000.
		 * @param maxRequests the number, at least 1
		 * @return this builder
		 */
		public Builder maxRequests(int maxRequests) {
			this.maxRequests = maxRequests;
			return this;
		}

		/**
		 * Sets after how many events of one socket the distributor is told that they are
		 * handled. By default 16.
		 * @param handledBatch the number, at least 1
		 * @return this builder
		 */
		public Builder handledBatch(int handledBatch) {
			this.handledBatch = handledBatch;
			return this;
		}

		/**
		 * Sets the size of the data of one socket. By default 16 KB.
		 * @param dataSize the size, in bytes of JSON, at least 1
		 * @return this builder
		 */
		public Builder dataSize(int dataSize) {
			this.dataSize = dataSize;
			return this;
		}

		/**
		 * Sets who says who the clients are. By default nobody does.
		 * @param authenticator asked before connect handlers, and by each home that
		 * adopts a socket; {@code null}: all clients are nobody
		 * @return this builder
		 */
		public Builder authenticator(@Nullable HandshakeAuthenticator authenticator) {
			this.authenticator = authenticator;
			return this;
		}

		/**
		 * Sets how long a socket stays after its authentication has ended, for clocks
		 * that differ. By default 60 s.
		 * @param authenticationGrace the time, not negative
		 * @return this builder
		 */
		public Builder authenticationGrace(Duration authenticationGrace) {
			this.authenticationGrace = authenticationGrace;
			return this;
		}

		/**
		 * Sets the number of namespaces that match patterns and have sockets. By default
		 * 10,000.
		 * @param maxDynamicNamespaces the number, at least 1
		 * @return this builder
		 */
		public Builder maxDynamicNamespaces(int maxDynamicNamespaces) {
			this.maxDynamicNamespaces = maxDynamicNamespaces;
			return this;
		}

		/**
		 * Creates the options.
		 * @return the options
		 * @throws IllegalArgumentException if a value is out of its range
		 */
		public BackendOptions build() {
			return new BackendOptions(this.namespaces, this.ackTimeout, this.requestTimeout, this.handlerTimeout,
					this.drainTimeout, this.maxSockets, this.maxQueuedEvents, this.maxSocketAcks, this.maxAcks,
					this.maxAnswerBytes, this.maxFetchBytes, this.maxRequests, this.handledBatch, this.dataSize,
					this.authenticator, this.authenticationGrace, this.maxDynamicNamespaces);
		}

	}

}
