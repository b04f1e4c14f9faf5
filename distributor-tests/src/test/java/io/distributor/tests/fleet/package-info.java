/**
 * A fleet in one line: distributors and backends of one JVM, and real clients.
 */
@NullMarked
package io.distributor.tests.fleet;

import org.jspecify.annotations.NullMarked;
