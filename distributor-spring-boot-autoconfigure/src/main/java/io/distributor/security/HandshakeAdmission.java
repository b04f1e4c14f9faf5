package io.distributor.security;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

import io.distributor.backend.ArgumentConversionException;
import io.distributor.backend.ConnectionRefusedException;
import io.distributor.backend.HandshakeAuthenticator;
import io.distributor.backend.UnauthorizedException;
import io.distributor.engine.session.Handshake;
import io.distributor.gateway.AdmissionCheck;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Authenticates clients in a distributor, before their home is asked, on a bounded number
 * of threads. Who they are stays here: their home authenticates them itself. May be used
 * from any thread.
 */
public final class HandshakeAdmission implements AdmissionCheck, AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(HandshakeAdmission.class);

	private final HandshakeAuthenticator authenticator;

	private final JsonMapper mapper;

	private final ThreadPoolExecutor executor;

	private final LongAdder rejected = new LongAdder();

	/**
	 * Creates the check.
	 * @param authenticator says who the clients are
	 * @param mapper reads what they sent
	 * @param concurrency number of threads
	 * @param maxWaiting number of clients that may wait for one; more are refused
	 */
	public HandshakeAdmission(HandshakeAuthenticator authenticator, JsonMapper mapper, int concurrency,
			int maxWaiting) {
		this.authenticator = authenticator;
		this.mapper = mapper.rebuild().deactivateDefaultTyping().build();
		AtomicInteger threads = new AtomicInteger();
		this.executor = new ThreadPoolExecutor(concurrency, concurrency, 1, TimeUnit.MINUTES,
				new LinkedBlockingQueue<>(maxWaiting), (task) -> {
					Thread thread = new Thread(task, "distributor-authentication-" + threads.incrementAndGet());
					thread.setDaemon(true);
					return thread;
				});
		this.executor.allowCoreThreadTimeOut(true);
	}

	@Override
	public CompletionStage<@Nullable Refusal> check(String namespace, Handshake handshake, byte @Nullable [] auth) {
		try {
			return CompletableFuture.supplyAsync(
					() -> authenticate(namespace, new ClientHandshake(handshake, auth, this.mapper)), this.executor);
		}
		catch (RejectedExecutionException ex) {
			this.rejected.increment();
			return CompletableFuture.completedFuture(new Refusal("Too many connections", null));
		}
	}

	private @Nullable Refusal authenticate(String namespace, ClientHandshake handshake) {
		try {
			this.authenticator.authenticate(namespace, handshake);
			return null;
		}
		catch (UnauthorizedException ex) {
			logger.debug("A client of {} is not authorized: {}", namespace, ex.reason());
			return new Refusal(String.valueOf(ex.getMessage()), null);
		}
		catch (ConnectionRefusedException ex) {
			return new Refusal(String.valueOf(ex.getMessage()), json(ex.data()));
		}
		catch (ArgumentConversionException ex) {
			logger.debug("A client of {} is refused: {}", namespace, ex.getMessage());
			return new Refusal("Invalid arguments", null);
		}
		catch (Exception ex) {
			throw new CompletionException(ex);
		}
	}

	private byte @Nullable [] json(@Nullable Object data) {
		try {
			return (data != null) ? this.mapper.writeValueAsBytes(data) : null;
		}
		catch (JacksonException ex) {
			logger.warn("Data for the refusal of a client cannot be written and is left out", ex);
			return null;
		}
	}

	/**
	 * Returns the number of clients that wait for a thread.
	 * @return the number
	 */
	public int waiting() {
		return this.executor.getQueue().size();
	}

	/**
	 * Returns the number of clients refused because too many waited.
	 * @return the number
	 */
	public long rejected() {
		return this.rejected.sum();
	}

	@Override
	public void close() {
		this.executor.shutdownNow();
	}

}
