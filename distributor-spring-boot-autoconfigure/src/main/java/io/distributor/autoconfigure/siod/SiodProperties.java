package io.distributor.autoconfigure.siod;

import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The wire of the original socket.io-distributor, for a fleet of which one half is the
 * original.
 *
 * @param namespaces Namespaces whose other half is the original. In a distributor, those
 * that original backends own; in a backend, those of its namespaces that have clients
 * behind original distributors.
 * @param prefix Beginning of the names of the original's channels.
 * @param adapterKey Key of the original's socket.io-redis, which begins the names of its
 * channels.
 * @param maxMessageSize Largest message of the original that is read.
 * @param queueSize Limit of what waits to be published for the original, or to be carried
 * out for it.
 * @param maxUnhandledEvents Events of a client behind original distributors that may wait
 * for this backend. Clients with more are disconnected.
 * @param maxUnhandledSize Limit of the same in bytes.
 * @param maxUnhandledTotalSize Limit of the same in bytes, for all clients together.
 * @param maxPendingRequests Requests to join, leave or disconnect whose answers may be
 * awaited. Beyond, the oldest is forgotten.
 */
@ConfigurationProperties("distributor.interop.siod")
@Validated
public record SiodProperties(@DefaultValue List<String> namespaces, @DefaultValue("siod") @NotBlank String prefix,
		@DefaultValue("socket.io") @NotBlank String adapterKey, @DefaultValue("4MB") DataSize maxMessageSize,
		@DefaultValue("32MB") DataSize queueSize, @DefaultValue("1000") @Positive int maxUnhandledEvents,
		@DefaultValue("1MB") DataSize maxUnhandledSize, @DefaultValue("256MB") DataSize maxUnhandledTotalSize,
		@DefaultValue("10000") @Positive int maxPendingRequests) {

}
