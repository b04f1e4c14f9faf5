package io.distributor.backend.namespace;

import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.distributor.backend.Handshake;
import io.distributor.backend.json.PayloadReader;
import io.distributor.link.message.SocketHandshake;
import org.jspecify.annotations.Nullable;

/**
 * A handshake as the distributor described it.
 */
final class ReceivedHandshake implements Handshake {

	private final SocketHandshake handshake;

	private final byte @Nullable [] auth;

	private final PayloadReader reader;

	ReceivedHandshake(SocketHandshake handshake, byte @Nullable [] auth, PayloadReader reader) {
		this.handshake = handshake;
		this.auth = auth;
		this.reader = reader;
	}

	@Override
	public Instant time() {
		return Instant.ofEpochMilli(this.handshake.time());
	}

	@Override
	public String address() {
		return this.handshake.address();
	}

	@Override
	public boolean isSecure() {
		return this.handshake.secure();
	}

	@Override
	public boolean isCrossDomain() {
		return this.handshake.xdomain();
	}

	@Override
	public String url() {
		return this.handshake.url();
	}

	@Override
	public Map<String, String> query() {
		return this.handshake.query();
	}

	@Override
	public Map<String, List<String>> headers() {
		return this.handshake.headers();
	}

	@Override
	public String transport() {
		return this.handshake.transport();
	}

	@Override
	public int protocol() {
		return this.handshake.protocol();
	}

	@Override
	public <T> @Nullable T auth(Class<T> type) {
		return (this.auth != null) ? this.reader.value(this.auth, type, "auth") : null;
	}

	@Override
	public @Nullable Object auth(Type type) {
		return (this.auth != null) ? this.reader.value(this.auth, type, "auth") : null;
	}

}
