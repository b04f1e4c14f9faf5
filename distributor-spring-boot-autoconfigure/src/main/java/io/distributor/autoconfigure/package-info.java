/**
 * Auto-configuration of the roles: properties, conditions and the wiring of the
 * distributor and the backend.
 */
@NullMarked
package io.distributor.autoconfigure;

import org.jspecify.annotations.NullMarked;
