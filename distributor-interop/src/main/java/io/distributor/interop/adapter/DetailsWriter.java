package io.distributor.interop.adapter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import io.distributor.link.message.SocketDetails;
import io.distributor.link.message.SocketHandshake;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Describes a socket as Node servers describe theirs.
 */
final class DetailsWriter {

	/** As the text of a JavaScript date. */
	private static final DateTimeFormatter TIME = DateTimeFormatter
		.ofPattern("EEE MMM dd yyyy HH:mm:ss 'GMT+0000 (Coordinated Universal Time)'", Locale.ENGLISH)
		.withZone(ZoneOffset.UTC);

	private DetailsWriter() {
	}

	static void write(JsonGenerator json, SocketDetails socket) {
		json.writeStartObject();
		json.writeStringProperty("id", socket.id());
		json.writeName("handshake");
		handshake(json, socket.handshake(), socket.auth());
		JsonText.names(json, "rooms", socket.rooms());
		raw(json, "data", socket.data());
		json.writeEndObject();
	}

	private static void handshake(JsonGenerator json, SocketHandshake handshake, byte @Nullable [] auth) {
		json.writeStartObject();
		json.writeName("headers");
		json.writeStartObject();
		handshake.headers().forEach((name, values) -> json.writeStringProperty(name, join(name, values)));
		json.writeEndObject();
		json.writeStringProperty("time", TIME.format(Instant.ofEpochMilli(handshake.time())));
		json.writeStringProperty("address", handshake.address());
		json.writeBooleanProperty("xdomain", handshake.xdomain());
		json.writeBooleanProperty("secure", handshake.secure());
		json.writeNumberProperty("issued", handshake.time());
		json.writeStringProperty("url", handshake.url());
		json.writeName("query");
		json.writeStartObject();
		handshake.query().forEach(json::writeStringProperty);
		json.writeEndObject();
		raw(json, "auth", auth);
		json.writeEndObject();
	}

	private static String join(String name, List<String> values) {
		return String.join("cookie".equals(name) ? "; " : ", ", values);
	}

	private static void raw(JsonGenerator json, String property, byte @Nullable [] value) {
		json.writeName(property);
		json.writeRawValue((value != null) ? new String(value, StandardCharsets.UTF_8) : "{}");
	}

}
