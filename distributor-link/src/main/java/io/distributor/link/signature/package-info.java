/**
 * Signatures of frames, between the link and its port.
 */
@NullMarked
package io.distributor.link.signature;

import org.jspecify.annotations.NullMarked;
