package io.distributor.link.presence;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/**
 * Where a distributor takes requests for its sessions that reached another one.
 *
 * @param tag what the ids of its sessions begin with, 1 to 32 characters
 * @param address address and port, numbers only
 */
public record ForwardingAddress(String tag, InetSocketAddress address) {

	private static final int MAX_TAG = 32;

	/**
	 * Creates an address; a name that belongs to it is left out.
	 * @throws IllegalArgumentException if the tag has another length, or the address is
	 * only a name
	 */
	public ForwardingAddress {
		if (tag.isEmpty() || tag.length() > MAX_TAG) {
			throw new IllegalArgumentException("tag: " + tag.length() + " characters (expected: 1 to " + MAX_TAG + ")");
		}
		if (address.isUnresolved()) {
			throw new IllegalArgumentException("address: " + address + " (expected: numbers)");
		}
		address = of(address.getAddress().getAddress(), address.getPort());
	}

	/**
	 * Makes an address of its bytes, without asking anybody for names.
	 * @param bytes 4 or 16 bytes
	 * @param port the port
	 * @return the address
	 * @throws IllegalArgumentException if that is no address
	 */
	public static InetSocketAddress of(byte[] bytes, int port) {
		try {
			return new InetSocketAddress(InetAddress.getByAddress(bytes), port);
		}
		catch (UnknownHostException ex) {
			throw new IllegalArgumentException("address: " + bytes.length + " bytes (expected: 4 or 16)", ex);
		}
	}

}
