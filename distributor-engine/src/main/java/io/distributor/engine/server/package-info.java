/**
 * The Engine.IO server: binds a port, speaks HTTP and hands requests to sessions.
 */
@NullMarked
package io.distributor.engine.server;

import org.jspecify.annotations.NullMarked;
