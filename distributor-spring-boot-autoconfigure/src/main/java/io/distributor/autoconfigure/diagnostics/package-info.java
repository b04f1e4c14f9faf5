/**
 * Says what to do when the start fails.
 */
@NullMarked
package io.distributor.autoconfigure.diagnostics;

import org.jspecify.annotations.NullMarked;
