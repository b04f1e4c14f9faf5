/**
 * What the protocol documents of Engine.IO and Socket.IO demand, on raw connections.
 */
@NullMarked
package io.distributor.tests.conformance;

import org.jspecify.annotations.NullMarked;
