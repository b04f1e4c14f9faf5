/**
 * Distributors as a backend sees them: who lives, what is sent to them, what they were
 * asked for.
 */
@NullMarked
package io.distributor.backend.remote;

import org.jspecify.annotations.NullMarked;
