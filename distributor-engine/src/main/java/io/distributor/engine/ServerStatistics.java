package io.distributor.engine;

import io.distributor.engine.limit.Limit;
import io.distributor.engine.namespace.NamespaceStatistics;
import io.distributor.engine.session.EngineStatistics;
import io.distributor.engine.session.TransportType;

/**
 * What a server did and holds, live.
 *
 * @param engine sessions and what was refused to clients
 * @param namespaces sockets and packets
 */
public record ServerStatistics(EngineStatistics engine, NamespaceStatistics namespaces) {

	/**
	 * Returns how often a limit was reached.
	 * @param limit the limit
	 * @return how often
	 */
	public long reached(Limit limit) {
		return this.engine.reached(limit) + this.namespaces.reached(limit);
	}

	/**
	 * Returns the number of sessions a transport carries now.
	 * @param transport the transport
	 * @return the number; while sessions come and go it may be off by these
	 */
	public long sessions(TransportType transport) {
		long upgraded = this.engine.upgradedSessions();
		long moved = (transport == TransportType.WEBSOCKET) ? upgraded : -upgraded;
		return Math.max(0,
				this.namespaces.openedSessions(transport) - this.namespaces.closedSessions(transport) + moved);
	}

}
