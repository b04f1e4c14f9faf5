package io.distributor.backend.namespace;

/**
 * Limits of each socket.
 *
 * @param queuedEvents number of events that may wait, and of those that may be open when
 * their turn is over
 * @param handledBatch number of events after which the distributor is told
 * @param dataSize size of its data, in bytes of JSON
 */
public record SocketLimits(int queuedEvents, int handledBatch, int dataSize) {
}
