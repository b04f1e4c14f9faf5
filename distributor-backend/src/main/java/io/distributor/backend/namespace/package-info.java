/**
 * Namespaces and sockets as applications use them, and what is done for a message of a
 * distributor.
 */
@NullMarked
package io.distributor.backend.namespace;

import org.jspecify.annotations.NullMarked;
