package io.distributor.backend.dispatch;

import java.util.concurrent.CompletionStage;

import org.jspecify.annotations.Nullable;

/**
 * A piece of work in a {@link SerialQueue}.
 */
@FunctionalInterface
public interface SerialTask {

	/**
	 * Does the work.
	 * @return {@code null} if it is done, or what completes when it is
	 */
	@Nullable CompletionStage<?> run();

}
