package io.distributor.gateway;

import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.distributor.link.presence.NodeId;

/**
 * Rendezvous hashing (Thaler and Ravishankar, 1998): every key goes to the node with the
 * highest score for it. So keys spread evenly, every distributor chooses alike, and when
 * a node comes or goes only the keys move that it gets or had. Immutable.
 */
final class Rendezvous {

	private static final long FNV_OFFSET = 0xcbf29ce484222325L;

	private static final long FNV_PRIME = 0x100000001b3L;

	private final List<NodeId> nodes;

	private final long[] seeds;

	Rendezvous(Collection<NodeId> nodes) {
		// Sorted, so that equal scores are decided alike everywhere.
		this.nodes = nodes.stream().sorted().toList();
		this.seeds = this.nodes.stream().mapToLong((node) -> hash(node.value())).toArray();
	}

	/**
	 * Returns the node for a key.
	 * @param key the key
	 * @return the node, or {@code null} if there is none
	 */
	@Nullable NodeId choose(String key) {
		long keyHash = hash(key);
		NodeId chosen = null;
		long highest = 0;
		for (int i = 0; i < this.seeds.length; i++) {
			long score = mix(keyHash ^ this.seeds[i]);
			if (chosen == null || Long.compareUnsigned(score, highest) > 0) {
				chosen = this.nodes.get(i);
				highest = score;
			}
		}
		return chosen;
	}

	private static long hash(String text) {
		long hash = FNV_OFFSET;
		for (int i = 0; i < text.length(); i++) {
			hash = (hash ^ text.charAt(i)) * FNV_PRIME;
		}
		return mix(hash);
	}

	/**
	 * The finalizer of MurmurHash3: each bit of the input changes half of the output's.
	 */
	private static long mix(long value) {
		long mixed = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
		mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
		return mixed ^ (mixed >>> 33);
	}

}
