/**
 * Acknowledgements that clients owe.
 */
@NullMarked
package io.distributor.backend.ack;

import org.jspecify.annotations.NullMarked;
