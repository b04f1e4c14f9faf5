/**
 * Fleets of which one half is the original socket.io-distributor, as it is on the wire.
 */
@NullMarked
package io.distributor.tests.siod;

import org.jspecify.annotations.NullMarked;
