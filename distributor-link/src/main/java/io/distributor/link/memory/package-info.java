/**
 * The port over memory: nodes of one process, for the standalone role and for tests.
 */
@NullMarked
package io.distributor.link.memory;

import org.jspecify.annotations.NullMarked;
