/**
 * Figures of all runs and the page they make.
 */
@NullMarked
package io.distributor.benchmarks.report;

import org.jspecify.annotations.NullMarked;
