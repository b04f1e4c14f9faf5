/**
 * Clients without a network, for tests of handlers. What they send and get takes the way
 * it takes in production, through a distributor and the link, only over memory.
 */
@NullMarked
package io.distributor.test.socket;

import org.jspecify.annotations.NullMarked;
