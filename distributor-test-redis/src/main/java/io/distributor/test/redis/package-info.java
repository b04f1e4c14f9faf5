/**
 * Where the tests of the other modules get their Redis from.
 */
@NullMarked
package io.distributor.test.redis;

import org.jspecify.annotations.NullMarked;
