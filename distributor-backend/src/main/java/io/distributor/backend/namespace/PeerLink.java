package io.distributor.backend.namespace;

import java.util.concurrent.Executor;

import io.distributor.backend.ack.AckRegistry;
import io.distributor.backend.json.PayloadReader;
import io.distributor.backend.json.PayloadWriter;
import io.distributor.backend.remote.Peers;
import io.distributor.backend.remote.PendingRequests;
import io.distributor.backend.statistics.BackendCounters;
import io.distributor.backend.tracing.EventTracing;
import io.distributor.link.message.PeerMessage;

/**
 * What namespaces use to talk with other backend instances.
 *
 * @param peers the other instances
 * @param requests asks them
 * @param acks limit what is kept of answers
 * @param reader reads events
 * @param writer writes events
 * @param executor runs handlers
 * @param queuedEvents number of events of one instance that may wait
 * @param counters count
 * @param tracing surrounds handlers
 */
public record PeerLink(Peers peers, PendingRequests<PeerMessage> requests, AckRegistry acks, PayloadReader reader,
		PayloadWriter writer, Executor executor, int queuedEvents, BackendCounters counters, EventTracing tracing) {

}
