/**
 * Health of the roles, when Actuator is there.
 */
@NullMarked
package io.distributor.autoconfigure.health;

import org.jspecify.annotations.NullMarked;
