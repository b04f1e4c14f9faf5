package io.distributor.test.socket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.distributor.engine.session.Handshake;
import io.distributor.engine.session.TransportType;
import org.jspecify.annotations.Nullable;

/**
 * How a client connects. Belongs to one test at a time.
 */
public final class ConnectSpec {

	private static final int PROTOCOL = 4;

	private @Nullable Object auth;

	private String address = "127.0.0.1";

	private boolean secure;

	private final Map<String, String> query = new LinkedHashMap<>();

	private final Map<String, List<String>> headers = new LinkedHashMap<>();

	ConnectSpec() {
	}

	/**
	 * Sends something as {@code auth}.
	 * @param auth anything Jackson writes as a JSON object
	 * @return this specification
	 */
	public ConnectSpec auth(Object auth) {
		this.auth = auth;
		return this;
	}

	/**
	 * Sends a header with the request.
	 * @param name its name, in any case
	 * @param value its value
	 * @return this specification
	 */
	public ConnectSpec header(String name, String value) {
		this.headers.computeIfAbsent(name.toLowerCase(Locale.ROOT), (key) -> new ArrayList<>()).add(value);
		return this;
	}

	/**
	 * Sends a query parameter with the request.
	 * @param name its name
	 * @param value its value
	 * @return this specification
	 */
	public ConnectSpec query(String name, String value) {
		this.query.put(name, value);
		return this;
	}

	/**
	 * Connects from another address than the loopback one.
	 * @param address remote address, without a port
	 * @return this specification
	 */
	public ConnectSpec address(String address) {
		this.address = address;
		return this;
	}

	/**
	 * Connects as if the connection were encrypted.
	 * @return this specification
	 */
	public ConnectSpec secure() {
		this.secure = true;
		return this;
	}

	@Nullable Object auth() {
		return this.auth;
	}

	Handshake handshake() {
		Map<String, List<String>> headers = new LinkedHashMap<>();
		this.headers.forEach((name, values) -> headers.put(name, List.copyOf(values)));
		return new Handshake(Instant.now(), this.address, this.secure, false, "/socket.io/?EIO=4&transport=websocket",
				this.query, headers, TransportType.WEBSOCKET, PROTOCOL);
	}

}
