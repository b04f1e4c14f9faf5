/**
 * The rules of the link as state machines without threads or clocks: numbering, logs,
 * acknowledgement, resend, order, liveness. A sender half and a receiver half that share
 * nothing but {@link io.distributor.link.protocol.PeerProgress}.
 */
@NullMarked
package io.distributor.link.protocol;

import org.jspecify.annotations.NullMarked;
