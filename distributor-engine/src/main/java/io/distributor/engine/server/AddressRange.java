package io.distributor.engine.server;

import java.net.InetAddress;
import java.net.UnknownHostException;

import io.netty.util.NetUtil;
import org.jspecify.annotations.Nullable;

/**
 * Addresses that begin with the same bits, such as {@code 10.0.0.0/8}.
 *
 * @param network the first of them, 4 or 16 bytes
 * @param bits how many bits they share
 */
record AddressRange(byte[] network, int bits) {

	/**
	 * Reads a range in CIDR notation, or a single address. Names are not looked up.
	 * @param text such as {@code 10.0.0.0/8}, {@code 2001:db8::/32} or {@code 192.0.2.1}
	 * @return the range
	 * @throws IllegalArgumentException if it is none
	 */
	static AddressRange parse(String text) {
		int slash = text.indexOf('/');
		byte[] network = bytes((slash < 0) ? text : text.substring(0, slash));
		if (network == null) {
			throw malformed(text);
		}
		int length = network.length * Byte.SIZE;
		int bits = (slash < 0) ? length : bits(text, slash + 1);
		if (bits < 0 || bits > length) {
			throw malformed(text);
		}
		return new AddressRange(network, bits);
	}

	private static int bits(String text, int start) {
		try {
			return Integer.parseInt(text, start, text.length(), 10);
		}
		catch (NumberFormatException ex) {
			throw malformed(text);
		}
	}

	private static IllegalArgumentException malformed(String text) {
		return new IllegalArgumentException(
				"address range: " + text + " (expected: like 10.0.0.0/8, 2001:db8::/32 or 192.0.2.1)");
	}

	/**
	 * Reads the numbers of an address.
	 * @param address the text, untrusted
	 * @return 4 or 16 bytes, an IPv4 address within IPv6 as 4; {@code null} if it is none
	 */
	static byte @Nullable [] bytes(String address) {
		byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
		if (bytes == null) {
			return null;
		}
		try {
			return InetAddress.getByAddress(bytes).getAddress();
		}
		catch (UnknownHostException ex) {
			return null;
		}
	}

	boolean contains(byte[] address) {
		if (address.length != this.network.length) {
			return false;
		}
		int whole = this.bits / Byte.SIZE;
		for (int i = 0; i < whole; i++) {
			if (address[i] != this.network[i]) {
				return false;
			}
		}
		int rest = this.bits % Byte.SIZE;
		return rest == 0 || ((address[whole] ^ this.network[whole]) & 0xFF) >>> (Byte.SIZE - rest) == 0;
	}

}
