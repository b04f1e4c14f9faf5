package io.distributor.rest;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

import io.distributor.backend.BackendOverloadedException;
import io.distributor.backend.BroadcastOperator;
import io.distributor.backend.Namespace;
import io.distributor.backend.RequestResult;
import io.distributor.link.LinkOverloadedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries requests out. May be used from any thread that may wait for as long as an emit
 * does while the link is full.
 */
public final class RestCommands {

	private static final Logger logger = LoggerFactory.getLogger(RestCommands.class);

	private final RestAccess access;

	private final RestBackend backend;

	private final int maxBody;

	/**
	 * Creates the commands.
	 * @param access who may ask
	 * @param backend carries them out
	 * @param maxBody largest body of a request, in bytes
	 */
	public RestCommands(RestAccess access, RestBackend backend, int maxBody) {
		this.access = access;
		this.backend = backend;
		this.maxBody = maxBody;
	}

	int maxBody() {
		return this.maxBody;
	}

	/**
	 * Looks at a request before its body is read.
	 * @return the answer, or {@code null} if it may go on
	 */
	@Nullable RestAnswer refusal(RestHead head) {
		if (!this.access.allows(head.authorization(), head.authenticated())) {
			return RestAnswer.problem(401, "Unauthorized",
					"Authorization: missing or wrong (expected: who may emit here)");
		}
		if (!head.json()) {
			return RestAnswer.problem(415, "Unsupported Media Type",
					"Content-Type: something else (expected: application/json)");
		}
		if (head.contentLength() > this.maxBody) {
			return tooLarge();
		}
		return this.backend.isReady() ? null : unavailable("this backend is not linked with its fleet now");
	}

	RestAnswer tooLarge() {
		return RestAnswer.problem(413, "Content Too Large",
				"body: too large (expected: at most " + this.maxBody + " bytes)");
	}

	private static RestAnswer unavailable(String detail) {
		return RestAnswer.problem(503, "Service Unavailable", detail);
	}

	/**
	 * Carries a request out.
	 * @return the answer, never exceptionally
	 */
	CompletionStage<RestAnswer> run(RestCommand command, byte[] json) {
		try {
			RestBody body = RestBody.read(command, json);
			String name = body.text("namespace");
			Namespace namespace = this.backend.namespace(name);
			if (namespace == null) {
				return CompletableFuture.completedFuture(RestAnswer.problem(404, "Not Found",
						"namespace: " + name + " (expected: one that this backend owns)"));
			}
			return run(command, body, body.select(namespace)).exceptionally(RestCommands::answer);
		}
		catch (RuntimeException ex) {
			return CompletableFuture.completedFuture(answer(ex));
		}
	}

	private static CompletionStage<RestAnswer> run(RestCommand command, RestBody body, BroadcastOperator selected) {
		return switch (command) {
			case EMIT -> emit(body, selected);
			case JOIN -> selected.socketsJoin(body.names("join")).thenApply(RestCommands::done);
			case LEAVE -> selected.socketsLeave(body.names("leave")).thenApply(RestCommands::done);
			case DISCONNECT -> selected.disconnectSockets(body.flag("closeConnection")).thenApply(RestCommands::done);
		};
	}

	private static CompletionStage<RestAnswer> emit(RestBody body, BroadcastOperator selected) {
		BroadcastOperator target = body.flag("volatile") ? selected.asVolatile() : selected;
		target.emit(body.text("event"), body.arguments("args"));
		return CompletableFuture.completedFuture(RestAnswer.ACCEPTED);
	}

	private static RestAnswer done(RequestResult result) {
		return new RestAnswer(200, result);
	}

	private static RestAnswer answer(Throwable thrown) {
		Throwable cause = (thrown instanceof CompletionException && thrown.getCause() != null) ? thrown.getCause()
				: thrown;
		String message = String.valueOf(cause.getMessage());
		if (cause instanceof InvalidRequestException || cause instanceof IllegalArgumentException
				|| cause instanceof UnsupportedOperationException) {
			return RestAnswer.problem(400, "Bad Request", message);
		}
		if (cause instanceof LinkOverloadedException || cause instanceof BackendOverloadedException) {
			return unavailable(message);
		}
		logger.error("A request to emit could not be carried out", cause);
		return RestAnswer.problem(500, "Internal Server Error", "the log of this backend says more");
	}

}
