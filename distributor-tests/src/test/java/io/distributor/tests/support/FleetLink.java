package io.distributor.tests.support;

import java.net.URI;
import java.util.List;

import io.distributor.test.redis.TestRedis;

/**
 * Joins the applications of one fleet over the Redis of all tests.
 *
 * @param redis where the Redis is
 * @param prefix what keeps other fleets apart
 */
public record FleetLink(URI redis, String prefix) {

	/**
	 * Makes a link of a new fleet.
	 * @return the link
	 */
	public static FleetLink create() {
		return new FleetLink(TestRedis.shared().url(), TestRedis.newPrefix());
	}

	/**
	 * Returns what each application of the fleet is started with.
	 * @return the arguments
	 */
	public List<String> arguments() {
		return List.of("--spring.data.redis.url=" + this.redis, "--distributor.link.prefix=" + this.prefix);
	}

}
