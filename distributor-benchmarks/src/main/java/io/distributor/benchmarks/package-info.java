/**
 * Benchmarks; not published.
 */
@NullMarked
package io.distributor.benchmarks;

import org.jspecify.annotations.NullMarked;
