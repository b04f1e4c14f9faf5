/**
 * Link messages: what distributors and backends tell each other, as values.
 */
@NullMarked
package io.distributor.link.message;

import org.jspecify.annotations.NullMarked;
