/**
 * Others on the same Redis that speak a format of their own: emitters in any language,
 * Node servers, the original socket.io-distributor.
 */
@NullMarked
package io.distributor.interop;

import org.jspecify.annotations.NullMarked;
