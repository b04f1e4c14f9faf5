package io.distributor.gateway;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.distributor.engine.session.Handshake;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a client before its home is asked, and may refuse it early. Called on event
 * loops, so it must not block; what it returns may complete on any thread.
 */
@FunctionalInterface
public interface AdmissionCheck {

	/** Lets every client pass. */
	AdmissionCheck NONE = (namespace, handshake, auth) -> CompletableFuture.completedFuture(null);

	/**
	 * Looks at a client.
	 * @param namespace name of the namespace it wants to join
	 * @param handshake what is known of it since its session was opened
	 * @param auth UTF-8 bytes of the JSON object it sent as {@code auth}, or {@code null}
	 * @return completes with {@code null} to let it pass, or with a refusal; a failure
	 * refuses it with a general text. Its time is that of the whole connect request,
	 * {@link GatewayOptions#backendWait()}
	 */
	CompletionStage<@Nullable Refusal> check(String namespace, Handshake handshake, byte @Nullable [] auth);

	/**
	 * What a refused client is told.
	 *
	 * @param message text for the client
	 * @param data UTF-8 bytes of any JSON value, or {@code null}
	 */
	record Refusal(String message, byte @Nullable [] data) {

	}

}
