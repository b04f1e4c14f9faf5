/**
 * What became of every event, broadcast and socket of a run.
 */
@NullMarked
package io.distributor.tests.reliability.verdict;

import org.jspecify.annotations.NullMarked;
