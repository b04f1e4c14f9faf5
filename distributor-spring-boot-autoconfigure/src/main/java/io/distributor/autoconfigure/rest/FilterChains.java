package io.distributor.autoconfigure.rest;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.util.ClassUtils;

/**
 * Whether Spring Security protects the web server of this process.
 */
final class FilterChains {

	private static final String[] TYPES = { "org.springframework.security.web.SecurityFilterChain",
			"org.springframework.security.web.server.SecurityWebFilterChain" };

	private FilterChains() {
	}

	/**
	 * Fails if it does not.
	 */
	static void require(ListableBeanFactory beans) {
		ClassLoader loader = FilterChains.class.getClassLoader();
		for (String type : TYPES) {
			if (ClassUtils.isPresent(type, loader)
					&& beans.getBeanNamesForType(ClassUtils.resolveClassName(type, loader), true, false).length > 0) {
				return;
			}
		}
		throw new RestConfigurationException(
				"Anybody could emit to all clients: 'distributor.rest.enabled' is set, but neither is "
						+ "'distributor.rest.token', nor is there a filter chain of Spring Security.",
				"Set 'distributor.rest.token' to a secret, such as the output of 'openssl rand -base64 32', or let "
						+ "Spring Security authenticate the requests.");
	}

}
