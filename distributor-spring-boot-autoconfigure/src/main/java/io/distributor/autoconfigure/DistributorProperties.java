package io.distributor.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What this process is.
 *
 * @param role Role of this process. When unset, nothing is switched on.
 */
@ConfigurationProperties("distributor")
public record DistributorProperties(@Nullable Role role) {

}
