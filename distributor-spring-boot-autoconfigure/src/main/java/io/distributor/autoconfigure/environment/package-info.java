/**
 * Defaults for the environment.
 */
@NullMarked
package io.distributor.autoconfigure.environment;

import org.jspecify.annotations.NullMarked;
