package io.distributor.test.redis;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.PullResponseItem;
import org.jspecify.annotations.Nullable;

/**
 * One try to pull an image. Docker's thread tells it what happens, another one waits.
 */
final class DockerPull implements ResultCallback<PullResponseItem> {

	private final CompletableFuture<Void> end = new CompletableFuture<>();

	private final String image;

	private volatile @Nullable Closeable stream;

	DockerPull(String image) {
		this.image = image;
	}

	/**
	 * Waits until the image is there.
	 * @param patience how long to wait
	 * @throws IllegalStateException if it cannot be had, or the time is over
	 */
	void await(Duration patience) {
		try (this) {
			this.end.get(patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (ExecutionException ex) {
			throw failed(String.valueOf(ex.getMessage()).strip(), ex);
		}
		catch (TimeoutException ex) {
			throw failed("not done in " + patience.toSeconds() + " s", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw failed("interrupted", ex);
		}
	}

	private IllegalStateException failed(String reason, Exception cause) {
		return new IllegalStateException("pulling " + this.image + " failed: " + reason, cause);
	}

	@Override
	public void onStart(Closeable stream) {
		this.stream = stream;
	}

	@Override
	public void onNext(PullResponseItem item) {
		if (item.isErrorIndicated()) {
			onError(new IOException(String.valueOf(item.getErrorDetail())));
		}
	}

	@Override
	public void onError(Throwable throwable) {
		this.end.completeExceptionally(throwable);
	}

	@Override
	public void onComplete() {
		this.end.complete(null);
	}

	@Override
	public void close() {
		Closeable stream = this.stream;
		if (stream != null) {
			try {
				stream.close();
			}
			catch (IOException ex) {
				this.end.completeExceptionally(ex);
			}
		}
	}

}
