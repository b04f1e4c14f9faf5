/**
 * The processes that reliability tests start: a distributor and a backend as a user would
 * build them.
 */
@NullMarked
package io.distributor.tests.reliability.node;

import org.jspecify.annotations.NullMarked;
