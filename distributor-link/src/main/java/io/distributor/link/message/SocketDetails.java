package io.distributor.link.message;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A socket as its distributor describes it to whoever asks.
 *
 * @param id its public id
 * @param handshake what the distributor knows of the client
 * @param auth UTF-8 bytes of the JSON object the client sent as auth, or {@code null}
 * @param rooms its rooms, its own id among them
 * @param data UTF-8 bytes of the JSON object that its homes set, or {@code null}
 * @param user name of its user, or {@code null}
 * @param home id of the backend instance that is its home, or {@code null} while it has
 * none
 */
public record SocketDetails(String id, SocketHandshake handshake, byte @Nullable [] auth, List<String> rooms,
		byte @Nullable [] data, @Nullable String user, @Nullable String home) {

	/** What the description of a socket takes at least, in bytes. */
	public static final int LEAST_SIZE = 64;

	/**
	 * Estimates the size of this description.
	 * @return number of bytes
	 */
	public int estimatedSize() {
		return LEAST_SIZE + handshakeSize() + size(this.auth) + size(this.rooms) + size(this.data);
	}

	private int handshakeSize() {
		int size = this.handshake.url().length();
		for (Map.Entry<String, String> parameter : this.handshake.query().entrySet()) {
			size += parameter.getKey().length() + parameter.getValue().length();
		}
		for (Map.Entry<String, List<String>> header : this.handshake.headers().entrySet()) {
			size += header.getKey().length() + size(header.getValue());
		}
		return size;
	}

	private static int size(byte @Nullable [] json) {
		return (json != null) ? json.length : 0;
	}

	private static int size(List<String> strings) {
		int size = 0;
		for (String string : strings) {
			size += string.length() + 2;
		}
		return size;
	}

}
