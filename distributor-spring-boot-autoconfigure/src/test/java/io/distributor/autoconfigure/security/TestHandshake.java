package io.distributor.autoconfigure.security;

import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.distributor.backend.Handshake;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A handshake of which only the auth matters.
 *
 * @param auth what the client sent
 */
record TestHandshake(Map<String, ?> auth) implements Handshake {

	@Override
	public Instant time() {
		return Instant.EPOCH;
	}

	@Override
	public String address() {
		return "192.0.2.1";
	}

	@Override
	public boolean isSecure() {
		return false;
	}

	@Override
	public boolean isCrossDomain() {
		return false;
	}

	@Override
	public String url() {
		return "/";
	}

	@Override
	public Map<String, String> query() {
		return Map.of();
	}

	@Override
	public Map<String, List<String>> headers() {
		return Map.of();
	}

	@Override
	public String transport() {
		return "polling";
	}

	@Override
	public int protocol() {
		return 4;
	}

	@Override
	public <T> @Nullable T auth(Class<T> type) {
		return JsonMapper.shared().convertValue(this.auth, type);
	}

	@Override
	public @Nullable Object auth(Type type) {
		JsonMapper mapper = JsonMapper.shared();
		return mapper.convertValue(this.auth, mapper.constructType(type));
	}

}
