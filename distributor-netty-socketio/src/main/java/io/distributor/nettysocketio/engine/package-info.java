/**
 * Namespaces of remote backends on a server of netty-socketio: it holds the connections,
 * the Socket.IO layer of our own engine carries the namespaces that the server does not
 * have itself.
 */
@NullMarked
package io.distributor.nettysocketio.engine;

import org.jspecify.annotations.NullMarked;
