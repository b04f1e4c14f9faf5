/**
 * A distributor and nothing else.
 */
@NullMarked
package io.distributor.sample.distributor;

import org.jspecify.annotations.NullMarked;
