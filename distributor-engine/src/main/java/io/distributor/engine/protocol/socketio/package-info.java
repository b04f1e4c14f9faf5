/**
 * Socket.IO protocol, revision 5: bytes to values and back, no I/O.
 */
@NullMarked
package io.distributor.engine.protocol.socketio;

import org.jspecify.annotations.NullMarked;
