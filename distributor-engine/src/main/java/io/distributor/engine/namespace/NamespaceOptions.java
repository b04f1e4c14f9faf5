package io.distributor.engine.namespace;

import java.time.Duration;

import io.distributor.engine.limit.Pace;
import io.distributor.engine.protocol.socketio.DecoderLimits;

/**
 * Limits of the Socket.IO layer.
 *
 * @param connectTimeout how long a client may be without any namespace before its
 * connection is closed; positive
 * @param maxNamespaces namespaces a client may be in on one connection; with more, its
 * CONNECT is refused; positive
 * @param maxRooms rooms a socket may be in beside that of its own id; a join beyond is
 * left out; positive
 * @param maxHeldBytes bytes of packets held back for a socket that is still connecting;
 * beyond, volatile packets are dropped and others close the connection; not negative
 * @param attachmentTimeout time a client has to send all attachments of a packet;
 * positive
 * @param maxIncompleteBytes bytes of packets that all clients together may have begun and
 * not completed; positive
 * @param events how fast a socket may send events and acknowledgements; a client that is
 * faster is read from more slowly
 * @param connects how fast a client may ask for namespaces; one that is faster is read
 * from more slowly
 * @param decoderLimits what is accepted as a packet
 */
public record NamespaceOptions(Duration connectTimeout, int maxNamespaces, int maxRooms, long maxHeldBytes,
		Duration attachmentTimeout, long maxIncompleteBytes, Pace events, Pace connects, DecoderLimits decoderLimits) {

	/**
	 * 45 s, 64 namespaces, 1 000 rooms, 1 MB held, 30 s for attachments, 1 000 events a
	 * second and 2 000 at once, 20 connects a second and 128 at once.
	 */
	public static final NamespaceOptions DEFAULTS = new NamespaceOptions(Duration.ofSeconds(45), 64, 1_000, 1_000_000,
			Duration.ofSeconds(30), 256 * 1024 * 1024, new Pace(1_000, 2_000), new Pace(20, 128),
			DecoderLimits.DEFAULTS);

	/**
	 * Creates options.
	 * @throws IllegalArgumentException if a value is out of its range
	 */
	public NamespaceOptions {
		require(connectTimeout.compareTo(Duration.ZERO) > 0, "connectTimeout", connectTimeout, "> 0");
		require(attachmentTimeout.compareTo(Duration.ZERO) > 0, "attachmentTimeout", attachmentTimeout, "> 0");
		require(maxIncompleteBytes > 0, "maxIncompleteBytes", maxIncompleteBytes, "> 0");
		require(maxNamespaces > 0, "maxNamespaces", maxNamespaces, "> 0");
		require(maxRooms > 0, "maxRooms", maxRooms, "> 0");
		require(maxHeldBytes >= 0, "maxHeldBytes", maxHeldBytes, ">= 0");
	}

	private static void require(boolean condition, String name, Object value, String expected) {
		if (!condition) {
			throw new IllegalArgumentException(name + ": " + value + " (expected: " + expected + ")");
		}
	}

}
