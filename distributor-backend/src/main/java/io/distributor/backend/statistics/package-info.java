/**
 * What a backend counts and measures.
 */
@NullMarked
package io.distributor.backend.statistics;

import org.jspecify.annotations.NullMarked;
