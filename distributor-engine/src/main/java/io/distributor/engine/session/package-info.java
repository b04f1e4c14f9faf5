/**
 * Engine.IO sessions: the contract between transports below and Socket.IO above.
 */
@NullMarked
package io.distributor.engine.session;

import org.jspecify.annotations.NullMarked;
