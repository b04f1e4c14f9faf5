/**
 * Hundreds of light Socket.IO clients in one process, each of which writes down what it
 * sent and what it heard.
 */
@NullMarked
package io.distributor.tests.reliability.load;

import org.jspecify.annotations.NullMarked;
