/**
 * A fleet of real distributors' gateways and real backend instances on a simulated clock
 * and network, to which everything happens at random, all from one seed.
 */
@NullMarked
package io.distributor.tests.simulation;

import org.jspecify.annotations.NullMarked;
