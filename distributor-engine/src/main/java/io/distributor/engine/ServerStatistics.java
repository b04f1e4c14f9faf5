package io.distributor.engine;

import io.distributor.engine.namespace.NamespaceStatistics;
import io.distributor.engine.session.EngineStatistics;

/**
 * What a server did and holds, live.
 *
 * @param engine sessions and what was refused to clients
 * @param namespaces sockets and packets
 */
public record ServerStatistics(EngineStatistics engine, NamespaceStatistics namespaces) {

}
