/**
 * Observations of events on their way, when Micrometer Tracing is there.
 */
@NullMarked
package io.distributor.autoconfigure.observation;

import org.jspecify.annotations.NullMarked;
