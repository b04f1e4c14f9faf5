/**
 * The wire of the original socket.io-distributor 0.2, so that either half of a fleet can
 * be the original: a bridge that plays a backend instance towards the gateway of a
 * distributor, and one that plays a distributor towards a backend instance.
 */
@NullMarked
package io.distributor.interop.siod;

import org.jspecify.annotations.NullMarked;
