/**
 * Fleets of real processes that are killed, stopped, paused and cut off while clients
 * count every event.
 */
@NullMarked
package io.distributor.tests.reliability;

import org.jspecify.annotations.NullMarked;
