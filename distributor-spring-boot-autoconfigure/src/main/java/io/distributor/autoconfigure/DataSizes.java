package io.distributor.autoconfigure;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.util.unit.DataSize;

/**
 * Sizes of buffers, which Java counts in {@code int}, and of many of them.
 */
final class DataSizes {

	private DataSizes() {
	}

	static int toBytes(String property, DataSize size) {
		if (size.toBytes() < 1 || size.toBytes() > Integer.MAX_VALUE) {
			throw new InvalidConfigurationPropertyValueException(property, size,
					"The size must be at least 1 byte and less than 2 GB.");
		}
		return (int) size.toBytes();
	}

	static long toPositive(String property, DataSize size) {
		if (size.toBytes() < 1) {
			throw new InvalidConfigurationPropertyValueException(property, size, "The size must be at least 1 byte.");
		}
		return size.toBytes();
	}

}
