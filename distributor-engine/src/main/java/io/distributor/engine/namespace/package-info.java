/**
 * Socket.IO on top of Engine.IO sessions: namespaces, sockets, rooms.
 */
@NullMarked
package io.distributor.engine.namespace;

import org.jspecify.annotations.NullMarked;
