/**
 * What runs in the processes of this project's own systems.
 */
@NullMarked
package io.distributor.benchmarks.server;

import org.jspecify.annotations.NullMarked;
