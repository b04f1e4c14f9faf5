package io.distributor.backend.typed;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * An answer that is converted when it is there. A thread that blocks on it blocks on what
 * the network brings, which wakes it at once: what depends on that comes on a thread for
 * handlers, and there is none left when all of them wait. May be used from any thread.
 *
 * @param <S> what the network brings
 */
final class ConvertedAnswer<S> extends CompletableFuture<@Nullable Object> {

	private final CompletableFuture<S> source;

	private final Function<S, @Nullable Object> conversion;

	private ConvertedAnswer(CompletableFuture<S> source, Function<S, @Nullable Object> conversion) {
		this.source = source;
		this.conversion = conversion;
	}

	static <S> ConvertedAnswer<S> of(CompletionStage<S> source, Function<S, @Nullable Object> conversion) {
		ConvertedAnswer<S> answer = new ConvertedAnswer<>(source.toCompletableFuture(), conversion);
		source.whenComplete((value, failure) -> {
			if (failure != null) {
				answer.fail(failure);
			}
			else {
				answer.convert(value);
			}
		});
		return answer;
	}

	private void convert(S value) {
		if (!isDone()) {
			try {
				super.complete(this.conversion.apply(value));
			}
			catch (RuntimeException ex) {
				fail(ex);
			}
		}
	}

	private void fail(@Nullable Throwable failure) {
		super.completeExceptionally((failure != null) ? failure : new CancellationException());
	}

	@Override
	public @Nullable Object get() throws InterruptedException, ExecutionException {
		try {
			convert(this.source.get());
		}
		catch (ExecutionException ex) {
			fail(ex.getCause());
		}
		catch (CancellationException ex) {
			fail(ex);
		}
		return super.get();
	}

	@Override
	public @Nullable Object get(long timeout, TimeUnit unit)
			throws InterruptedException, ExecutionException, TimeoutException {
		try {
			convert(this.source.get(timeout, unit));
		}
		catch (ExecutionException ex) {
			fail(ex.getCause());
		}
		catch (CancellationException ex) {
			fail(ex);
		}
		return super.get(timeout, unit);
	}

	@Override
	public @Nullable Object join() {
		try {
			convert(this.source.join());
		}
		catch (CompletionException ex) {
			fail(ex.getCause());
		}
		catch (CancellationException ex) {
			fail(ex);
		}
		return super.join();
	}

	// Who completes it otherwise lets go of those who wait for the network.
	@Override
	public boolean complete(@Nullable Object value) {
		boolean first = super.complete(value);
		this.source.cancel(false);
		return first;
	}

	@Override
	public boolean completeExceptionally(Throwable failure) {
		boolean first = super.completeExceptionally(failure);
		this.source.cancel(false);
		return first;
	}

	@Override
	public boolean cancel(boolean mayInterruptIfRunning) {
		boolean first = super.cancel(mayInterruptIfRunning);
		this.source.cancel(false);
		return first;
	}

	@Override
	public <U> CompletableFuture<U> newIncompleteFuture() {
		return new CompletableFuture<>();
	}

}
