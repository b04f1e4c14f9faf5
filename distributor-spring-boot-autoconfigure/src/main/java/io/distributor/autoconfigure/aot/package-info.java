/**
 * What native images need to know.
 */
@NullMarked
package io.distributor.autoconfigure.aot;

import org.jspecify.annotations.NullMarked;
