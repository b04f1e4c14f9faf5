package io.distributor.nettysocketio.handler;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;

import io.distributor.backend.RequestResult;
import io.distributor.backend.SocketDisconnectedException;

/**
 * Awaits requests to distributors as callers of netty-socketio expect: not at all, or for
 * a number.
 */
final class Requests {

	private Requests() {
	}

	/**
	 * Lets a request go its way: distributors carry it out before whatever is emitted
	 * later. For a client that is gone there is nothing to do.
	 * @throws RuntimeException what the request failed with at once, as when the link is
	 * full
	 */
	static void begun(CompletionStage<RequestResult> request) {
		if (request.toCompletableFuture().isCompletedExceptionally()) {
			try {
				request.toCompletableFuture().join();
			}
			catch (CompletionException ex) {
				if (!(ex.getCause() instanceof SocketDisconnectedException)) {
					throw (ex.getCause() instanceof RuntimeException failure) ? failure : ex;
				}
			}
		}
	}

	/**
	 * Waits for a number of sockets, as long as distributors have for it.
	 * @return the number
	 */
	static int count(CompletionStage<RequestResult> request) {
		try {
			return Math.toIntExact(request.toCompletableFuture().get().sockets());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("interrupted while distributors counted", ex);
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof RuntimeException failure) ? failure : new IllegalStateException(ex);
		}
	}

}
