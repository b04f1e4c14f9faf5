package io.distributor.autoconfigure.endpoint;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * One role of a process, as it is now. Never names a client.
 *
 * @param role {@code distributor} or {@code backend}
 * @param id id of its node on the link
 * @param leaving whether it is on its way out
 * @param link its end of the link
 * @param nodes the other live nodes it hears
 * @param sockets number of sockets
 * @param namespaces numbers of sockets by namespace: the largest ones, a hundred at most
 * @param counts what it holds and did
 * @param limitsReached how often each limit was reached, without those that never were
 */
public record RoleDescription(String role, String id, boolean leaving, LinkDescription link,
		List<NodeDescription> nodes, long sockets, Map<String, Integer> namespaces, Map<String, Long> counts,
		Map<String, Long> limitsReached) {

	/**
	 * An end of the link.
	 *
	 * @param up whether it can send
	 * @param since since when it can, or cannot
	 * @param queueBytes what waits to be published
	 * @param logBytes what waits for acknowledgements
	 * @param latencyMillis how long heartbeats were on their way, on average since the
	 * start, or {@code null} before the first one was heard
	 */
	public record LinkDescription(boolean up, @Nullable Instant since, long queueBytes, long logBytes,
			@Nullable Double latencyMillis) {

	}

	/**
	 * Another node.
	 *
	 * @param id its id
	 * @param role {@code distributor} or {@code backend}
	 * @param name its name for people
	 * @param namespaces namespaces it owns
	 * @param draining whether it is leaving
	 */
	public record NodeDescription(String id, String role, String name, Set<String> namespaces, boolean draining) {

	}

}
