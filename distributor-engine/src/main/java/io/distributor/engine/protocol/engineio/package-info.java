/**
 * Engine.IO protocol: bytes to packets and back, no I/O.
 */
@NullMarked
package io.distributor.engine.protocol.engineio;

import org.jspecify.annotations.NullMarked;
