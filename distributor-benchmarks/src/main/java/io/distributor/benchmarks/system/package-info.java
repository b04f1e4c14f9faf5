/**
 * The systems that are compared: their processes, ports and what they cost.
 */
@NullMarked
package io.distributor.benchmarks.system;

import org.jspecify.annotations.NullMarked;
