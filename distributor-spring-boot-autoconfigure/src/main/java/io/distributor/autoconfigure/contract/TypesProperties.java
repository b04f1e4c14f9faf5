package io.distributor.autoconfigure.contract;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Properties {@code distributor.types}.
 *
 * @param output Folder for the type definitions and the AsyncAPI document. The
 * application then starts without Redis and on free ports, writes both, and ends.
 */
@ConfigurationProperties("distributor.types")
record TypesProperties(Path output) {

}
