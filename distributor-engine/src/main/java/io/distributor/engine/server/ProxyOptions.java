package io.distributor.engine.server;

import java.util.List;

/**
 * Which proxies are believed about the clients they speak for.
 *
 * @param trusted addresses of proxies, single or as ranges like {@code 10.0.0.0/8}; empty
 * to believe nobody
 * @param header where they say it
 */
public record ProxyOptions(List<String> trusted, ForwardedHeader header) {

	/** Believes nobody. */
	public static final ProxyOptions NONE = new ProxyOptions(List.of(), ForwardedHeader.X_FORWARDED);

	/**
	 * Creates options.
	 * @throws IllegalArgumentException if what is trusted is no address
	 */
	public ProxyOptions {
		trusted = List.copyOf(trusted);
		trusted.forEach(AddressRange::parse);
	}

}
