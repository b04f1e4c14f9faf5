package io.distributor.autoconfigure.siod;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.distributor.interop.siod.SiodOptions;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.util.unit.DataSize;

/**
 * Makes options of properties.
 */
final class SiodOptionsMapper {

	private static final String PREFIX = "distributor.interop.siod.";

	private final SiodProperties properties;

	SiodOptionsMapper(SiodProperties properties) {
		this.properties = properties;
	}

	SiodOptions options() {
		int event = toBytes("max-unhandled-size", this.properties.maxUnhandledSize());
		long total = this.properties.maxUnhandledTotalSize().toBytes();
		if (total < 1) {
			throw new InvalidConfigurationPropertyValueException(PREFIX + "max-unhandled-total-size",
					this.properties.maxUnhandledTotalSize(), "The size must be at least 1 byte.");
		}
		return base()
			.withSizes(toBytes("max-message-size", this.properties.maxMessageSize()),
					toBytes("queue-size", this.properties.queueSize()))
			.withLimits(this.properties.maxUnhandledEvents(), event, total, this.properties.maxPendingRequests());
	}

	private SiodOptions base() {
		try {
			return SiodOptions.of(Set.copyOf(this.properties.namespaces()))
				.withChannels(this.properties.prefix(), this.properties.adapterKey());
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidConfigurationPropertyValueException(PREFIX + "namespaces", this.properties.namespaces(),
					ex.getMessage());
		}
	}

	/**
	 * Returns options for a backend that owns namespaces.
	 * @param owned what it owns
	 * @return the options
	 * @throws InvalidConfigurationPropertyValueException if it does not own all of those
	 * whose other half is the original
	 */
	SiodOptions options(List<String> owned) {
		Set<String> missing = new TreeSet<>(this.properties.namespaces());
		owned.forEach(missing::remove);
		if (!missing.isEmpty()) {
			throw new InvalidConfigurationPropertyValueException(PREFIX + "namespaces", this.properties.namespaces(),
					"This backend does not own " + missing + ": name them in 'distributor.backend.namespace', too.");
		}
		return options();
	}

	private static int toBytes(String name, DataSize size) {
		if (size.toBytes() < 1 || size.toBytes() > Integer.MAX_VALUE) {
			throw new InvalidConfigurationPropertyValueException(PREFIX + name, size,
					"The size must be at least 1 byte and less than 2 GB.");
		}
		return (int) size.toBytes();
	}

}
