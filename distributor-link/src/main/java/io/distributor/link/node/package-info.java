/**
 * A node's end of the link: the two halves of the protocol with their threads and a port.
 */
@NullMarked
package io.distributor.link.node;

import org.jspecify.annotations.NullMarked;
