/**
 * A fleet of real processes, and what can be done to them.
 */
@NullMarked
package io.distributor.tests.reliability.fleet;

import org.jspecify.annotations.NullMarked;
