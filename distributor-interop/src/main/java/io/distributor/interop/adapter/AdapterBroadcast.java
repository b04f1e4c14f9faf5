package io.distributor.interop.adapter;

import io.distributor.link.message.Payload;
import io.distributor.link.message.Selection;

/**
 * An event for all selected sockets, on every server.
 *
 * @param uid who published it: a server ignores what has its own
 * @param namespace name of the namespace
 * @param selection which sockets
 * @param droppable whether the event may be dropped on its way (volatile)
 * @param payload event name and arguments
 */
public record AdapterBroadcast(String uid, String namespace, Selection selection, boolean droppable, Payload payload) {

}
