package io.distributor.engine.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

import io.netty.util.NetUtil;
import org.jspecify.annotations.Nullable;

/**
 * The addresses that count as one client: one of IPv4, or the network of 64 bits that one
 * subscriber of IPv6 has.
 *
 * @param bits the first 64 bits of an IPv6 address, or an IPv4 address
 */
record AddressGroup(long bits) {

	private static final long IPV4 = 0xFFFF_0000_0000L;

	/**
	 * Returns the group of an address.
	 * @param address numbers of an IPv4 or IPv6 address; names are not looked up
	 * @return the group, or {@code null} for what is not limited: this machine, private
	 * networks and what is no address
	 */
	static @Nullable AddressGroup of(String address) {
		byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
		if (bytes == null) {
			return null;
		}
		try {
			return of(InetAddress.getByAddress(bytes));
		}
		catch (UnknownHostException ex) {
			throw new IllegalStateException("address: " + bytes.length + " bytes (expected: 4 or 16)", ex);
		}
	}

	private static @Nullable AddressGroup of(InetAddress address) {
		if (address.isLoopbackAddress() || address.isSiteLocalAddress() || address.isLinkLocalAddress()
				|| isUniqueLocal(address)) {
			return null;
		}
		ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
		return new AddressGroup(
				(address instanceof Inet6Address) ? bytes.getLong() : IPV4 | Integer.toUnsignedLong(bytes.getInt()));
	}

	/** RFC 4193: {@code fc00::/7}. */
	private static boolean isUniqueLocal(InetAddress address) {
		return address instanceof Inet6Address && (address.getAddress()[0] & 0xFE) == 0xFC;
	}

}
