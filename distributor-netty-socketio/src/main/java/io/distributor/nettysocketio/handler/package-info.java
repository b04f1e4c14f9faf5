/**
 * Handlers written for netty-socketio, in a backend: its clients, namespaces and
 * acknowledgements over those of the backend.
 */
@NullMarked
package io.distributor.nettysocketio.handler;

import org.jspecify.annotations.NullMarked;
