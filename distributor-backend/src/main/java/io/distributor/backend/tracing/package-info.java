/**
 * The context of a trace, from the event of a client through its handler to what the
 * handler emits.
 */
@NullMarked
package io.distributor.backend.tracing;

import org.jspecify.annotations.NullMarked;
