/**
 * The official JavaScript clients, run by Node, on a fleet.
 */
@NullMarked
package io.distributor.tests.node;

import org.jspecify.annotations.NullMarked;
