/**
 * Auto-configuration of the bridges to the original socket.io-distributor.
 */
@NullMarked
package io.distributor.autoconfigure.siod;

import org.jspecify.annotations.NullMarked;
