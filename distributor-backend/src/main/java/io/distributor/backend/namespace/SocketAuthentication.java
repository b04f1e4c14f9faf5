package io.distributor.backend.namespace;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.distributor.backend.AuthenticatedUser;
import io.distributor.backend.ConnectionRefusedException;
import io.distributor.backend.HandshakeAuthenticator;
import io.distributor.backend.UnauthorizedException;
import io.distributor.backend.statistics.BackendCounters;
import io.distributor.link.LinkOverloadedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks who the clients are, and disconnects them when that has ended: one timer task for
 * each socket that expires, taken back when the socket ends. Called by threads of the
 * executor for handlers.
 */
public final class SocketAuthentication {

	private static final Logger logger = LoggerFactory.getLogger(SocketAuthentication.class);

	private static final String EXPIRED = "authentication expired";

	/** Clocks may be set, so a longer time is looked at again. */
	private static final Duration LONGEST_WAIT = Duration.ofHours(1);

	private static final Duration RETRY = Duration.ofSeconds(1);

	private final @Nullable HandshakeAuthenticator authenticator;

	private final Duration grace;

	private final ScheduledExecutorService timer;

	private final Executor executor;

	private final BackendCounters counters;

	/**
	 * Creates the authentication.
	 * @param authenticator says who the clients are, or {@code null}: all are nobody
	 * @param grace how long sockets stay after that has ended
	 * @param timer ends their time
	 * @param executor disconnects them
	 * @param counters count
	 */
	public SocketAuthentication(@Nullable HandshakeAuthenticator authenticator, Duration grace,
			ScheduledExecutorService timer, Executor executor, BackendCounters counters) {
		this.authenticator = authenticator;
		this.grace = grace;
		this.timer = timer;
		this.executor = executor;
		this.counters = counters;
	}

	/**
	 * Says who a client is that wants to connect.
	 * @return the user, or {@code null}
	 * @throws Exception refuses the client
	 */
	@Nullable AuthenticatedUser onConnect(BackendSocket socket) throws Exception {
		AuthenticatedUser user = authenticate(socket);
		if (user != null) {
			socket.setUser(user.principal().getName());
		}
		return user;
	}

	/**
	 * Says who the client of an adopted socket is; one that is not let in any more is
	 * disconnected.
	 * @return whether it is let in
	 */
	boolean onAdopt(BackendSocket socket) {
		try {
			watch(socket, authenticate(socket));
			return true;
		}
		catch (Throwable ex) {
			if (!(ex instanceof ConnectionRefusedException)) {
				logger.warn("The authenticator failed, so {} is disconnected", socket, ex);
			}
			disconnect(socket, "authentication refused after adoption");
			return false;
		}
	}

	private @Nullable AuthenticatedUser authenticate(BackendSocket socket) throws Exception {
		if (this.authenticator == null) {
			return null;
		}
		try {
			AuthenticatedUser user = this.authenticator.authenticate(socket.namespace().name(), socket.handshake());
			if (user != null) {
				socket.identity().principal(user.principal());
			}
			return user;
		}
		catch (ConnectionRefusedException ex) {
			this.counters.unauthorized.increment();
			if (ex instanceof UnauthorizedException unauthorized) {
				logger.debug("{} is not authorized: {}", socket, unauthorized.reason());
			}
			throw ex;
		}
		catch (Throwable ex) {
			this.counters.authenticationsFailed.increment();
			throw ex;
		}
	}

	/**
	 * Disconnects a socket that is let in when its time is over.
	 */
	void watch(BackendSocket socket, @Nullable AuthenticatedUser user) {
		Instant end = (user != null) ? user.expiresAt() : null;
		if (end != null) {
			schedule(socket, end.plus(this.grace));
		}
	}

	private void schedule(BackendSocket socket, Instant end) {
		Duration left = Duration.between(Instant.now(), end);
		Duration wait = (left.compareTo(LONGEST_WAIT) < 0) ? left : LONGEST_WAIT;
		schedule(socket, wait, () -> {
			if (Instant.now().isBefore(end)) {
				schedule(socket, end);
			}
			else {
				this.counters.expired.increment();
				logger.debug("The authentication of {} has expired", socket);
				disconnect(socket, EXPIRED);
			}
		});
	}

	private void schedule(BackendSocket socket, Duration wait, Runnable task) {
		try {
			socket.identity()
				.expiry(this.timer.schedule(() -> this.executor.execute(task), wait.toMillis() + 1,
						TimeUnit.MILLISECONDS));
		}
		catch (RejectedExecutionException ex) {
			// The backend is stopped, and the socket has another home or none.
			logger.debug("Nothing expires any more");
		}
	}

	/**
	 * Disconnects a socket, also if the link is full now. Its events are not handled from
	 * now on.
	 */
	private void disconnect(BackendSocket socket, String why) {
		socket.state().bar(why);
		try {
			socket.disconnect();
		}
		catch (LinkOverloadedException ex) {
			schedule(socket, RETRY, () -> disconnect(socket, why));
		}
	}

}
