/**
 * Forwarding of requests to the server that has their session: signatures, connections
 * and tunnels between servers of a fleet.
 */
@NullMarked
package io.distributor.engine.forward;

import org.jspecify.annotations.NullMarked;
