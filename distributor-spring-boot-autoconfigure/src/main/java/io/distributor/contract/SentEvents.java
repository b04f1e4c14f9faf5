package io.distributor.contract;

/**
 * An event interface that a namespace sends by.
 *
 * @param namespace name of the namespace, beginning with a slash
 * @param type the interface
 */
public record SentEvents(String namespace, Class<?> type) {

}
