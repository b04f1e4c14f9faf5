/**
 * The formats of Socket.IO's Redis adapter and of the emitters that speak with it: bytes
 * and values, no input or output. Requests have the numbers of
 * {@code @socket.io/redis-adapter} 7 and 8; broadcasts are the same in every version.
 */
@NullMarked
package io.distributor.interop.adapter;

import org.jspecify.annotations.NullMarked;
