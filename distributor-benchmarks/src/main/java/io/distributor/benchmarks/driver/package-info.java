/**
 * The load driver: clients that speak Engine.IO 4 and Socket.IO 5 over plain websockets,
 * thousands of them on one event loop.
 */
@NullMarked
package io.distributor.benchmarks.driver;

import org.jspecify.annotations.NullMarked;
