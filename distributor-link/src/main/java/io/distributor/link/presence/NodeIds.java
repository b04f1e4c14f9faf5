package io.distributor.link.presence;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;

/**
 * Makes random node ids: 12 characters of 72 random bits.
 */
public final class NodeIds implements Supplier<NodeId> {

	private static final int BYTES = 9;

	private final SecureRandom random = new SecureRandom();

	@Override
	public NodeId get() {
		byte[] bytes = new byte[BYTES];
		this.random.nextBytes(bytes);
		return new NodeId(Base64.getUrlEncoder().encodeToString(bytes));
	}

}
