/**
 * A Socket.IO server.
 */
@NullMarked
package io.distributor.engine;

import org.jspecify.annotations.NullMarked;
