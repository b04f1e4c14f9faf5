/**
 * What is done to a system and what is measured meanwhile.
 */
@NullMarked
package io.distributor.benchmarks.scenario;

import org.jspecify.annotations.NullMarked;
