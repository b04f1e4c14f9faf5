package io.distributor.test.socket;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a client is told that may not join a namespace.
 *
 * @param message text for the client
 * @param data data for the client, or {@code null} if there is none
 */
public record Refusal(String message, @Nullable JsonNode data) {

}
