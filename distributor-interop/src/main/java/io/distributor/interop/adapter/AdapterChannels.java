package io.distributor.interop.adapter;

import java.util.Set;

import io.distributor.link.message.Selection;

/**
 * The channels of a namespace. A broadcast for one room has a channel with its name, so
 * that servers without that room need not read it.
 *
 * @param key beginning of all names, {@code socket.io} unless it is configured
 * @param namespace name of the namespace, beginning with a slash
 */
public record AdapterChannels(String key, String namespace) {

	/** Key that adapters and emitters use unless they are told another one. */
	public static final String DEFAULT_KEY = "socket.io";

	/**
	 * Returns the channel for broadcasts to everybody or to several rooms.
	 * @return the channel
	 */
	public String broadcasts() {
		return this.key + "#" + this.namespace + "#";
	}

	/**
	 * Returns the channel for the broadcasts to a selection of sockets.
	 * @param selection which sockets
	 * @return the channel
	 */
	public String broadcasts(Selection selection) {
		Set<String> rooms = selection.rooms();
		return (rooms.size() == 1) ? broadcasts() + rooms.iterator().next() + "#" : broadcasts();
	}

	/**
	 * Returns the pattern of the channels of all broadcasts.
	 * @return the pattern, in which nothing but its end is one
	 */
	public String broadcastPattern() {
		return broadcasts().replaceAll("([\\\\*?\\[\\]])", "\\\\$1") + "*";
	}

	/**
	 * Returns the channel on which servers ask each other.
	 * @return the channel
	 */
	public String requests() {
		return this.key + "-request#" + this.namespace + "#";
	}

	/**
	 * Returns the channel for the answers.
	 * @return the channel
	 */
	public String responses() {
		return this.key + "-response#" + this.namespace + "#";
	}

}
