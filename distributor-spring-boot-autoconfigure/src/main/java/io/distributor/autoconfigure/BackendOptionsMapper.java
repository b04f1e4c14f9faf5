package io.distributor.autoconfigure;

import java.util.stream.Stream;

import io.distributor.backend.instance.BackendOptions;

/**
 * Makes the options of a backend from its properties.
 */
final class BackendOptionsMapper {

	private BackendOptionsMapper() {
	}

	static BackendOptions options(BackendProperties properties, Stream<BackendOptionsCustomizer> customizers) {
		String[] namespaces = properties.namespace().stream().filter((name) -> !name.isBlank()).toArray(String[]::new);
		if (namespaces.length == 0) {
			throw new MissingNamespaceException();
		}
		BackendOptions.Builder options = BackendOptions.builder(namespaces)
			.ackTimeout(properties.ackTimeout())
			.requestTimeout(properties.requestTimeout())
			.handlerTimeout(properties.handlerTimeout())
			.drainTimeout(properties.drain())
			.maxSockets(properties.maxSockets())
			.maxQueuedEvents(properties.maxQueuedEvents())
			.maxAcks(properties.maxAcks())
			.maxAnswerBytes(DataSizes.toPositive("distributor.backend.max-answer-size", properties.maxAnswerSize()))
			.maxFetchBytes(DataSizes.toPositive("distributor.backend.fetch-size", properties.fetchSize()))
			.dataSize(DataSizes.toBytes("distributor.backend.data-size", properties.dataSize()))
			.maxDynamicNamespaces(properties.maxDynamicNamespaces());
		customizers.forEach((customizer) -> customizer.customize(options));
		return options.build();
	}

}
