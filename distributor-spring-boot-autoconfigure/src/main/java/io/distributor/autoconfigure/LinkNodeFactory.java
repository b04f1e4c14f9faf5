package io.distributor.autoconfigure;

import java.time.Duration;
import java.util.List;

import io.distributor.link.LinkOptions;
import io.distributor.link.LinkSecrets;
import io.distributor.link.node.LinkNode;
import io.distributor.link.presence.Node;
import io.distributor.link.presence.NodeRole;

import org.springframework.core.env.Environment;

/**
 * Makes the nodes of this process, with the options of the link that are configured.
 */
public final class LinkNodeFactory {

	private static final String NAME = "spring.application.name";

	private final LinkPortFactory ports;

	private final LinkProperties properties;

	private final List<LinkOptionsCustomizer> customizers;

	private final Environment environment;

	LinkNodeFactory(LinkPortFactory ports, LinkProperties properties, List<LinkOptionsCustomizer> customizers,
			Environment environment) {
		this.ports = ports;
		this.properties = properties;
		this.customizers = customizers;
		this.environment = environment;
	}

	/**
	 * Makes a node.
	 * @param role what it is
	 * @param sendTimeout how long sending may wait: zero where event loops send
	 * @return the node, not open yet; whoever asked for it closes it
	 */
	public LinkNode create(NodeRole role, Duration sendTimeout) {
		LinkOptions options = options(sendTimeout);
		for (LinkOptionsCustomizer customizer : this.customizers) {
			options = customizer.customize(options);
		}
		return new LinkNode(role, name(), options, this.ports.create());
	}

	private LinkOptions options(Duration sendTimeout) {
		LinkOptions defaults = LinkOptions.DEFAULT;
		return new LinkOptions(this.properties.prefix(), this.properties.heartbeat(), this.properties.deadAfter(),
				this.properties.settle(), defaults.ackDelay(), defaults.gapDelay(), defaults.retryDelay(),
				DataSizes.toBytes("distributor.link.queue-size", this.properties.queueSize()),
				DataSizes.toBytes("distributor.link.log-size", this.properties.logSize()),
				DataSizes.toBytes("distributor.link.held-size", this.properties.heldSize()), defaults.batchBytes(),
				defaults.batchMessages(), sendTimeout, this.properties.closeTimeout(), secrets(),
				this.properties.stalledAfter());
	}

	private LinkSecrets secrets() {
		String secret = this.properties.secret();
		return (secret != null)
				? LinkSecrets.of(secret, this.properties.acceptedSecret(), this.properties.signatureMaxAge())
				: LinkSecrets.NONE;
	}

	private String name() {
		String name = this.environment.getProperty(NAME, "application");
		if (name.length() > Node.MAX_NAME_LENGTH) {
			throw new IllegalArgumentException(NAME + ": " + name.length() + " characters (expected: <= "
					+ Node.MAX_NAME_LENGTH + ", for it is the name of this process on the link)");
		}
		return name;
	}

}
