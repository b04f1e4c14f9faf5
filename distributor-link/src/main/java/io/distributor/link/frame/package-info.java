/**
 * Frames: link messages in batches, as values and as MessagePack bytes. No I/O.
 */
@NullMarked
package io.distributor.link.frame;

import org.jspecify.annotations.NullMarked;
