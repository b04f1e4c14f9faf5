/**
 * Meters of the roles, when Micrometer is there.
 */
@NullMarked
package io.distributor.autoconfigure.metrics;

import org.jspecify.annotations.NullMarked;
