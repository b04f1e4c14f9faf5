package io.distributor.engine.namespace;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The sockets of one event loop in a room. Lives on that loop. Members stand in an array
 * and know their places in it: joining, leaving and going through them is cheap, and a
 * membership takes a fraction of a hash table's entry.
 */
final class Room {

	private final String name;

	private final List<Membership> members = new ArrayList<>(2);

	Room(String name) {
		this.name = name;
	}

	/**
	 * Whether a room of that name is neither listed nor counted, nor joined as others.
	 */
	static boolean isHidden(String name) {
		return !name.isEmpty() && name.charAt(0) == '\u0000';
	}

	String name() {
		return this.name;
	}

	boolean isHidden() {
		return isHidden(this.name);
	}

	int size() {
		return this.members.size();
	}

	boolean isEmpty() {
		return this.members.isEmpty();
	}

	Membership add(NamespaceSocket socket) {
		Membership membership = new Membership(this, socket, this.members.size());
		this.members.add(membership);
		return membership;
	}

	/** The last member takes the free place. */
	void remove(Membership membership) {
		Membership last = this.members.remove(this.members.size() - 1);
		if (last != membership) {
			this.members.set(membership.place(), last);
			last.moveTo(membership.place());
		}
	}

	void forEach(Consumer<NamespaceSocket> action) {
		for (Membership member : this.members) {
			action.accept(member.socket());
		}
	}

}
