/**
 * The endpoint {@code distributor} of Actuator.
 */
@NullMarked
package io.distributor.autoconfigure.endpoint;

import org.jspecify.annotations.NullMarked;
