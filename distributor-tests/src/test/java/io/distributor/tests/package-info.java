/**
 * Tests of whole fleets with real clients.
 */
@NullMarked
package io.distributor.tests;

import org.jspecify.annotations.NullMarked;
