package io.distributor.link.protocol;

import io.distributor.link.LinkListener;
import io.distributor.link.frame.FrameEntry;
import io.distributor.link.frame.ListenEntry;
import io.distributor.link.frame.MalformedFrameException;
import io.distributor.link.frame.MessageEntry;
import io.distributor.link.frame.UnknownEntry;
import io.distributor.link.presence.NodeId;
import io.distributor.link.presence.Presence;
import io.distributor.link.protocol.LinkCounters.Count;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands entries to whom they are for: messages to the listener, the rest to the sender
 * half.
 */
final class EntryDelivery implements EntrySink {

	private static final Logger logger = LoggerFactory.getLogger(EntryDelivery.class);

	private final LinkListener listener;

	private final ReceiverOutput output;

	private final LinkCounters counters;

	private boolean unreadableLogged;

	private boolean tooManyNodesLogged;

	EntryDelivery(LinkListener listener, ReceiverOutput output, LinkCounters counters) {
		this.listener = listener;
		this.output = output;
		this.counters = counters;
	}

	@Override
	public void accept(NodeId sender, FrameEntry entry) {
		if (entry instanceof MessageEntry message) {
			deliver(sender, message);
		}
		else if (entry instanceof ListenEntry listen) {
			this.output.tell((half) -> half.countIn(sender, listen.namespace(), listen.listening()));
		}
		else if (entry instanceof UnknownEntry unknown) {
			unreadable("an entry of kind " + unknown.kind() + " from node " + sender);
		}
	}

	private void deliver(NodeId sender, MessageEntry entry) {
		this.counters.increment(Count.MESSAGES_IN);
		try {
			this.listener.onMessage(sender, entry.headers(), entry.message());
		}
		catch (RuntimeException ex) {
			logger.error("Handling a {} from node {} failed", entry.message().getClass().getSimpleName(), sender, ex);
		}
	}

	void tooManyNodes() {
		this.counters.increment(Count.REJECTED);
		if (!this.tooManyNodesLogged) {
			this.tooManyNodesLogged = true;
			logger.warn(
					"More than {} nodes are on the link, further ones are not heard. Does somebody forge frames?"
							+ " Sign them (distributor.link.secret). Further ones are only counted.",
					Presence.MAX_NODES);
		}
	}

	void unreadable(MalformedFrameException ex) {
		unreadable(String.valueOf(ex.getMessage()));
	}

	private void unreadable(String what) {
		this.counters.increment(Count.UNREADABLE);
		if (!this.unreadableLogged) {
			this.unreadableLogged = true;
			logger.warn("Skipped what this version of the link cannot read: {}. Nodes of another version on the same"
					+ " prefix? Further ones are only counted.", what);
		}
	}

}
