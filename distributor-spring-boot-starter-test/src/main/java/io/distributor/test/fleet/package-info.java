/**
 * Distributors on real ports around the application under test.
 */
@NullMarked
package io.distributor.test.fleet;

import org.jspecify.annotations.NullMarked;
