package io.distributor.backend.dispatch;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

/**
 * Something the network brings. What depends on it runs on the executor for handlers,
 * never on the thread that brought it; but a thread that blocks on it wakes at once, so
 * that handlers which all wait do not wait for a free thread.
 *
 * @param <T> type of the result
 */
public final class AwaitedResult<T> extends CompletableFuture<T> {

	private final CompletableFuture<T> outcome = new CompletableFuture<>();

	private final Executor executor;

	/**
	 * Creates the result, not there yet.
	 * @param executor runs what depends on it
	 */
	public AwaitedResult(Executor executor) {
		this.executor = executor;
	}

	/**
	 * The result is there. May be called from any thread; only the first call of this or
	 * {@link #reject} counts.
	 * @param value the result, {@code null} where there is nothing to tell
	 */
	@SuppressWarnings("NullAway") // the JDK takes null for every type
	public void resolve(@Nullable T value) {
		if (this.outcome.complete(value)) {
			this.executor.execute(() -> super.complete(value));
		}
	}

	/**
	 * There will be no result. May be called from any thread.
	 * @param failure why
	 */
	public void reject(Throwable failure) {
		if (this.outcome.completeExceptionally(failure)) {
			this.executor.execute(() -> super.completeExceptionally(failure));
		}
	}

	@Override
	public boolean complete(T value) {
		this.outcome.complete(value);
		return super.complete(value);
	}

	@Override
	public boolean completeExceptionally(Throwable failure) {
		this.outcome.completeExceptionally(failure);
		return super.completeExceptionally(failure);
	}

	@Override
	public boolean cancel(boolean mayInterruptIfRunning) {
		this.outcome.cancel(mayInterruptIfRunning);
		return super.cancel(mayInterruptIfRunning);
	}

	@Override
	public T get() throws InterruptedException, ExecutionException {
		return this.outcome.get();
	}

	@Override
	public T get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
		return this.outcome.get(timeout, unit);
	}

	@Override
	public T join() {
		return this.outcome.join();
	}

	@Override
	public T getNow(@Nullable T valueIfAbsent) {
		return this.outcome.getNow(valueIfAbsent);
	}

	@Override
	public <U> CompletableFuture<U> newIncompleteFuture() {
		return new CompletableFuture<>();
	}

}
