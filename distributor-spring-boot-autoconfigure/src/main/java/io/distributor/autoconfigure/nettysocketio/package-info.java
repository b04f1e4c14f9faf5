/**
 * What is configured for applications that come from netty-socketio.
 */
@NullMarked
package io.distributor.autoconfigure.nettysocketio;

import org.jspecify.annotations.NullMarked;
