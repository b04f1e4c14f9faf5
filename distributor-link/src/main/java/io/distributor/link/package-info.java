/**
 * The link between distributors and backends: ordered, numbered messages between named
 * nodes.
 */
@NullMarked
package io.distributor.link;

import org.jspecify.annotations.NullMarked;
