package io.distributor.link.protocol;

import io.distributor.link.frame.FrameEntry;
import io.distributor.link.presence.NodeId;

/**
 * Takes the entries of a peer, each once and in the order of their numbers.
 */
interface EntrySink {

	void accept(NodeId sender, FrameEntry entry);

}
