/**
 * Channels of others, over a port of the link: who listens to which, and one thread that
 * publishes.
 */
@NullMarked
package io.distributor.interop.channel;

import org.jspecify.annotations.NullMarked;
