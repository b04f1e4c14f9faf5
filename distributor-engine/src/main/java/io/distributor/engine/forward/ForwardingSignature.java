package io.distributor.engine.forward;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

/**
 * The value of the header by which a server proves itself to another one and tells for
 * whom a request is: time, client, and HMAC-SHA-256 over these and the request line, in
 * base64url. May be used from any thread.
 */
final class ForwardingSignature {

	private static final String ALGORITHM = "HmacSHA256";

	/** Keeps these signatures apart from others with the same secret. */
	private static final byte[] PURPOSE = "distributor forwarding 1".getBytes(StandardCharsets.US_ASCII);

	private static final int MAC_LENGTH = 32;

	private static final int TIME_LENGTH = Long.BYTES;

	private final List<byte[]> secrets;

	private final long maxAge;

	ForwardingSignature(List<String> secrets, Duration maxAge) {
		this.secrets = secrets.stream().map((secret) -> secret.getBytes(StandardCharsets.UTF_8)).toList();
		this.maxAge = maxAge.toMillis();
	}

	String sign(String requestLine, ForwardedClient client, long now) {
		byte[] text = client.encode().getBytes(StandardCharsets.UTF_8);
		byte[] signed = ByteBuffer.allocate(TIME_LENGTH + text.length).putLong(now).put(text).array();
		byte[] mac = mac(this.secrets.get(0), requestLine, signed);
		byte[] value = ByteBuffer.allocate(mac.length + signed.length).put(mac).put(signed).array();
		return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
	}

	/**
	 * Returns for whom a request is.
	 * @param requestLine what was signed with it
	 * @param header the value of the header
	 * @param now milliseconds since the epoch
	 * @return the client, or {@code null} if no server with a secret has said so just now
	 */
	@Nullable ForwardedClient verify(String requestLine, String header, long now) {
		byte[] value = decode(header);
		if (value == null || value.length < MAC_LENGTH + TIME_LENGTH) {
			return null;
		}
		byte[] signed = Arrays.copyOfRange(value, MAC_LENGTH, value.length);
		byte[] mac = Arrays.copyOf(value, MAC_LENGTH);
		boolean known = false;
		for (byte[] secret : this.secrets) {
			known |= MessageDigest.isEqual(mac(secret, requestLine, signed), mac);
		}
		if (!known || Math.abs(now - ByteBuffer.wrap(signed).getLong()) > this.maxAge) {
			return null;
		}
		return ForwardedClient
			.decode(new String(signed, TIME_LENGTH, signed.length - TIME_LENGTH, StandardCharsets.UTF_8));
	}

	private static byte @Nullable [] decode(String header) {
		try {
			return Base64.getUrlDecoder().decode(header);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private static byte[] mac(byte[] secret, String requestLine, byte[] signed) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(secret, ALGORITHM));
			mac.update(PURPOSE);
			mac.update((byte) 0);
			mac.update(requestLine.getBytes(StandardCharsets.UTF_8));
			mac.update((byte) 0);
			mac.update(signed);
			return mac.doFinal();
		}
		catch (NoSuchAlgorithmException | InvalidKeyException ex) {
			throw new IllegalStateException(ALGORITHM + " is missing, which every Java platform has", ex);
		}
	}

}
