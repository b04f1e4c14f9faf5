package io.distributor.security;

import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.distributor.backend.ArgumentConversionException;
import io.distributor.backend.Handshake;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A handshake as a distributor knows it.
 *
 * @param session what is known of the client
 * @param authJson what it sent as auth, or {@code null}
 * @param mapper reads that
 */
record ClientHandshake(io.distributor.engine.session.Handshake session, byte @Nullable [] authJson,
		JsonMapper mapper) implements Handshake {

	@Override
	public Instant time() {
		return this.session.time();
	}

	@Override
	public String address() {
		return this.session.address();
	}

	@Override
	public boolean isSecure() {
		return this.session.secure();
	}

	@Override
	public boolean isCrossDomain() {
		return this.session.xdomain();
	}

	@Override
	public String url() {
		return this.session.url();
	}

	@Override
	public Map<String, String> query() {
		return this.session.query();
	}

	@Override
	public Map<String, List<String>> headers() {
		return this.session.headers();
	}

	@Override
	public String transport() {
		return this.session.transport().protocolName();
	}

	@Override
	public int protocol() {
		return this.session.protocol();
	}

	@Override
	public <T> @Nullable T auth(Class<T> type) {
		return type.cast(auth((Type) type));
	}

	@Override
	public @Nullable Object auth(Type type) {
		if (this.authJson == null) {
			return null;
		}
		try {
			return this.mapper.readValue(this.authJson, this.mapper.constructType(type));
		}
		catch (JacksonException ex) {
			throw new ArgumentConversionException("auth: something else (expected: " + type.getTypeName() + ")", ex);
		}
	}

}
