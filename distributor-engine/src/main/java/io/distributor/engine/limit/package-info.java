/**
 * What clients may ask for at most, and counts of those that asked for more.
 */
@NullMarked
package io.distributor.engine.limit;

import org.jspecify.annotations.NullMarked;
