package io.distributor.security;

import io.distributor.backend.Handshake;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Texts in the object that a client sent as auth.
 */
final class AuthFields {

	private final @Nullable JsonNode auth;

	AuthFields(Handshake handshake) {
		this.auth = handshake.auth(JsonNode.class);
	}

	/**
	 * Finds a text.
	 * @return the text, or {@code null} if there is none, or it is empty or no text
	 */
	@Nullable String text(String name) {
		JsonNode value = (this.auth != null) ? this.auth.get(name) : null;
		return (value != null && value.isString() && !value.stringValue().isEmpty()) ? value.stringValue() : null;
	}

}
