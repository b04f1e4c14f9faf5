package io.distributor.link.presence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Who is there, judged by what was heard and when. Not safe for use by several threads;
 * knows no clock but the milliseconds it is given.
 * <p>
 * A node that left or fell silent is dead for good: its id is never taken again.
 */
public final class Presence {

	/** More than any fleet has; frames may be forged. */
	public static final int MAX_NODES = 4096;

	private static final int REMEMBERED_DEAD = 4096;

	private final long deadAfter;

	private final Map<NodeId, Member> members = new LinkedHashMap<>();

	private final Map<NodeId, Departure> dead = new LinkedHashMap<>() {

		@Override
		protected boolean removeEldestEntry(Map.Entry<NodeId, Departure> eldest) {
			return size() > REMEMBERED_DEAD;
		}

	};

	/**
	 * Creates an empty presence.
	 * @param deadAfter silence after which a node is taken for dead
	 */
	public Presence(Duration deadAfter) {
		this.deadAfter = deadAfter.toMillis();
	}

	/**
	 * A node described itself.
	 * @param node the node; must not be {@linkplain #isDead dead}
	 * @param now milliseconds of the clock
	 * @return what the node said before; itself if nothing changed; {@code null} if it is
	 * new
	 */
	public @Nullable Node describe(Node node, long now) {
		Member member = this.members.get(node.id());
		if (member == null) {
			this.members.put(node.id(), new Member(node, now));
			return null;
		}
		member.heardAt = now;
		if (member.node.equals(node)) {
			return node;
		}
		Node before = member.node;
		member.node = node;
		return before;
	}

	/**
	 * Returns whether there is room for a node.
	 * @param id its id
	 * @return whether it is known, or there are fewer than {@link #MAX_NODES} others
	 */
	public boolean hasRoomFor(NodeId id) {
		return this.members.size() < MAX_NODES || this.members.containsKey(id);
	}

	/**
	 * Something was heard of a node.
	 * @param id its id
	 * @param now milliseconds of the clock
	 * @return whether the node is known
	 */
	public boolean hear(NodeId id, long now) {
		Member member = this.members.get(id);
		if (member != null) {
			member.heardAt = now;
		}
		return member != null;
	}

	/**
	 * A node is gone.
	 * @param id its id
	 * @param departure how it left
	 * @param forGood whether its id is never to be taken again
	 * @return what it last said of itself, {@code null} if it was not known
	 */
	public @Nullable Node remove(NodeId id, Departure departure, boolean forGood) {
		if (forGood) {
			this.dead.put(id, departure);
		}
		Member member = this.members.remove(id);
		return (member != null) ? member.node : null;
	}

	/**
	 * Returns whether an id is dead.
	 * @param id the id
	 * @return whether it left or fell silent
	 */
	public boolean isDead(NodeId id) {
		return this.dead.containsKey(id);
	}

	/**
	 * Returns whether an id was declared dead without a word of its own: it fell silent,
	 * or acknowledged nothing.
	 * @param id the id
	 * @return whether it does not know that it is dead
	 */
	public boolean wasGivenUp(NodeId id) {
		Departure departure = this.dead.get(id);
		return departure == Departure.SILENCE || departure == Departure.STALLED;
	}

	/**
	 * Returns the nodes that were silent for too long.
	 * @param now milliseconds of the clock
	 * @return their ids
	 */
	public List<NodeId> silent(long now) {
		List<NodeId> silent = new ArrayList<>();
		this.members.forEach((id, member) -> {
			if (now - member.heardAt >= this.deadAfter) {
				silent.add(id);
			}
		});
		return silent;
	}

	/**
	 * Gives every node a fresh period of grace, because it was this node that could not
	 * hear.
	 * @param now milliseconds of the clock
	 */
	public void forgive(long now) {
		this.members.values().forEach((member) -> member.heardAt = now);
	}

	/**
	 * Forgets all living nodes; the dead stay dead.
	 * @return the nodes forgotten
	 */
	public Collection<Node> clear() {
		Collection<Node> nodes = nodes();
		this.members.clear();
		return nodes;
	}

	/**
	 * Returns the nodes that are alive.
	 * @return a snapshot
	 */
	public Collection<Node> nodes() {
		return this.members.values().stream().map((member) -> member.node).toList();
	}

	private static final class Member {

		private Node node;

		private long heardAt;

		Member(Node node, long heardAt) {
			this.node = node;
			this.heardAt = heardAt;
		}

	}

}
