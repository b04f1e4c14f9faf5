/**
 * Mutations of valid traffic, the same in each run. A seed of one's own and more rounds:
 * {@code -Ddistributor.fuzz.seed=42 -Ddistributor.fuzz.rounds=10000000}.
 */
@NullMarked
package io.distributor.engine.fuzz;

import org.jspecify.annotations.NullMarked;
