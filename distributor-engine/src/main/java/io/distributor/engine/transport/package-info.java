/**
 * Sessions over HTTP long-polling and WebSocket: one state machine, one class for what
 * comes in and one for what goes out by each transport.
 */
@NullMarked
package io.distributor.engine.transport;

import org.jspecify.annotations.NullMarked;
