package io.distributor.backend.namespace;

import io.distributor.backend.EventHandler;

/**
 * A handler and what it was registered for. That is its name in statistics: one that a
 * client chose could be any.
 *
 * @param name name of the event or pattern
 * @param handler the handler
 */
record RegisteredHandler(String name, EventHandler handler) {
}
