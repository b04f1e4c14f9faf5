package io.distributor.link.signature;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA-256 over the name of the channel, a zero byte and what is published there.
 * Used by one thread at a time.
 */
final class FrameSignature {

	static final int LENGTH = 32;

	private static final String ALGORITHM = "HmacSHA256";

	private final Mac mac;

	FrameSignature(String secret) {
		try {
			this.mac = Mac.getInstance(ALGORITHM);
			this.mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
		}
		catch (NoSuchAlgorithmException | InvalidKeyException ex) {
			throw new IllegalStateException(ALGORITHM + " is missing, which every Java platform has", ex);
		}
	}

	/**
	 * Signs the beginning of an array.
	 * @param channel name of the channel
	 * @param bytes what is signed, and more
	 * @param length how much of it is signed
	 * @return the signature
	 */
	byte[] sign(String channel, byte[] bytes, int length) {
		this.mac.update(channel.getBytes(StandardCharsets.UTF_8));
		this.mac.update((byte) 0);
		this.mac.update(bytes, 0, length);
		return this.mac.doFinal();
	}

	/**
	 * Returns whether the last bytes of an array sign all before them. Takes the same
	 * time wherever they differ.
	 * @param channel name of the channel
	 * @param signed what is signed, and the signature
	 * @return whether they do
	 */
	boolean isValid(String channel, byte[] signed) {
		int length = signed.length - LENGTH;
		byte[] expected = sign(channel, signed, length);
		byte[] given = new byte[LENGTH];
		System.arraycopy(signed, length, given, 0, LENGTH);
		return MessageDigest.isEqual(expected, given);
	}

}
