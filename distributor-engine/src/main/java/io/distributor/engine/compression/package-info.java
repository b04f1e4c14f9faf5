/**
 * What compresses and decompresses, without regard to what it did before: nothing is kept
 * for a connection.
 */
@NullMarked
package io.distributor.engine.compression;

import org.jspecify.annotations.NullMarked;
