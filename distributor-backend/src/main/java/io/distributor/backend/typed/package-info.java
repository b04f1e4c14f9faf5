/**
 * Interfaces of the application that describe what it sends: each method is an event.
 * {@code Socket.as} and {@code BroadcastOperator.as} make emitters of them.
 */
@NullMarked
package io.distributor.backend.typed;

import org.jspecify.annotations.NullMarked;
