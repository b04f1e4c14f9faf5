package io.distributor.link.protocol;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.distributor.link.presence.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * Who is there to be sent to, and who listens to which namespace. Changed by the sender
 * half alone; {@link #loggedBytes} may be asked from any thread.
 */
public final class Audiences {

	private final Map<NodeId, PeerSender> peers = new ConcurrentHashMap<>();

	private final Map<String, List<PeerSender>> listeners = new ConcurrentHashMap<>();

	/**
	 * Returns what is kept for a receiver.
	 * @param receiver its id
	 * @return bytes, 0 if the receiver is not known
	 */
	public long loggedBytes(NodeId receiver) {
		PeerSender peer = this.peers.get(receiver);
		return (peer != null) ? peer.progress().loggedBytes() : 0;
	}

	/**
	 * Returns what is kept for that listener of a namespace for which most is kept.
	 * @param namespace name of the namespace
	 * @return bytes, 0 if nobody listens
	 */
	public long loggedBytes(String namespace) {
		List<PeerSender> audience = this.listeners.get(namespace);
		long most = 0;
		if (audience != null) {
			for (int i = 0; i < audience.size(); i++) {
				most = Math.max(most, audience.get(i).progress().loggedBytes());
			}
		}
		return most;
	}

	/**
	 * Returns what is kept for all receivers together.
	 * @return bytes
	 */
	public long loggedBytes() {
		return this.peers.values().stream().mapToLong((peer) -> peer.progress().loggedBytes()).sum();
	}

	@Nullable PeerSender find(NodeId id) {
		return this.peers.get(id);
	}

	Collection<PeerSender> peers() {
		return this.peers.values();
	}

	List<PeerSender> listeners(String namespace) {
		return this.listeners.getOrDefault(namespace, List.of());
	}

	void add(PeerSender peer) {
		this.peers.put(peer.id(), peer);
	}

	void remove(PeerSender peer) {
		this.peers.remove(peer.id());
		Set.copyOf(this.listeners.keySet()).forEach((namespace) -> countIn(peer, namespace, false));
	}

	/** Lists are replaced, not changed: others read them. */
	void countIn(PeerSender peer, String namespace, boolean listening) {
		List<PeerSender> audience = new ArrayList<>(listeners(namespace));
		audience.remove(peer);
		if (listening) {
			audience.add(peer);
		}
		if (audience.isEmpty()) {
			this.listeners.remove(namespace);
		}
		else {
			this.listeners.put(namespace, List.copyOf(audience));
		}
	}

	void clear() {
		this.peers.clear();
		this.listeners.clear();
	}

}
