package io.distributor.backend;

/**
 * Socket.IO's server, for a process that holds no connection. As a namespace it is the
 * first one this backend owns; {@link #of} gives the others. May be used from any thread.
 */
public interface IndirectIo extends Namespace {

	/**
	 * Returns a namespace, and makes this backend its owner.
	 * <p>
	 * A pattern such as {@code /workspace-{id}} stands for every namespace whose name
	 * matches it: each variable for one character or more, letters, digits and printable
	 * ASCII without {@code / , ? { }}. What is registered on the pattern applies to each
	 * of them; {@link Namespace#variables()} has the values. A name that is owned counts
	 * more than any pattern, and of the patterns that match the one with more text. An
	 * event emitted on the pattern goes to every such namespace that has sockets, on all
	 * distributors; nothing else can be asked of all of them.
	 * <p>
	 * The name of a namespace that matches gives that one, to emit to and to ask. It is
	 * forgotten with its last socket, so handlers are registered on the pattern, and this
	 * method is called anew when it is needed again.
	 * @param namespace its name or a pattern, with or without the leading slash
	 * @return the namespace; for a name that is owned, and for a pattern, the same each
	 * time
	 * @throws IllegalArgumentException if it is malformed, or a pattern that shares names
	 * with another one with as much text, or longer than 512 characters
	 * @throws IllegalStateException if it is not owned yet, and this backend owns 1 000
	 * namespaces; a pattern, which stands for many, is one
	 */
	Namespace of(String namespace);

}
