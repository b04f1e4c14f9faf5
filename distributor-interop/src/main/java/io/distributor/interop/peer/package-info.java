/**
 * Emitters and Node servers as peers, in the formats of Socket.IO's Redis adapter: what
 * they publish reaches the clients of a distributor, and what backends emit reaches the
 * clients of Node servers.
 */
@NullMarked
package io.distributor.interop.peer;

import org.jspecify.annotations.NullMarked;
