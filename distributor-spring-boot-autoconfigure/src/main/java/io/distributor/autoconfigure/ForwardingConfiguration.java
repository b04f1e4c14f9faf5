package io.distributor.autoconfigure;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

import io.distributor.engine.forward.ForwardingOptions;
import io.distributor.engine.forward.SessionForwarding;
import io.distributor.gateway.Gateway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Forwarding of requests between distributors.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("distributor.server.forwarding.enabled")
class ForwardingConfiguration {

	private static final Logger logger = LoggerFactory.getLogger(ForwardingConfiguration.class);

	private static final String ADDRESS = "distributor.server.forwarding.address";

	@Bean
	SessionForwarding distributorSessionForwarding(Gateway gateway, ServerProperties properties, LinkProperties link) {
		ServerProperties.Forwarding forwarding = properties.forwarding();
		ForwardingOptions options = new ForwardingOptions(address(forwarding.address()), forwarding.port(),
				secrets(link), link.signatureMaxAge(), forwarding.maxConcurrent(), forwarding.connectTimeout());
		return new SessionForwarding(options, gateway.sessionOwners());
	}

	private static List<String> secrets(LinkProperties link) {
		if (link.secret() == null) {
			throw new InvalidConfigurationPropertyValueException("distributor.server.forwarding.enabled", true,
					"Distributors prove themselves to each other with the secret of the link: set "
							+ "'distributor.link.secret', the same for all processes of the fleet.");
		}
		List<String> secrets = new ArrayList<>(List.of(link.secret()));
		if (link.acceptedSecret() != null) {
			secrets.add(link.acceptedSecret());
		}
		return secrets;
	}

	private static InetAddress address(@Nullable InetAddress configured) {
		if (configured != null) {
			if (configured.isAnyLocalAddress()) {
				throw new InvalidConfigurationPropertyValueException(ADDRESS, configured.getHostAddress(),
						"The other distributors are told this address: it must be that of one interface.");
			}
			return configured;
		}
		InetAddress found = ofThisMachine();
		if (found.isLoopbackAddress()) {
			logger.warn("Forwarded requests are taken on {}, which other machines do not reach: set {}",
					found.getHostAddress(), ADDRESS);
		}
		return found;
	}

	private static InetAddress ofThisMachine() {
		try {
			return InetAddress.getLocalHost();
		}
		catch (UnknownHostException ex) {
			throw new InvalidConfigurationPropertyValueException(ADDRESS, null,
					"The name of this machine has no address: set one that the other distributors reach.", ex);
		}
	}

}
