/**
 * What a backend works with: {@code IndirectIo}, namespaces, sockets, as if it held the
 * connections itself.
 */
@NullMarked
package io.distributor.backend;

import org.jspecify.annotations.NullMarked;
