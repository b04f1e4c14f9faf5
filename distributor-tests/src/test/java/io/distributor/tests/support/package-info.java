/**
 * What the tests need of the machine: programs, processes of the samples, a link for
 * them.
 */
@NullMarked
package io.distributor.tests.support;

import org.jspecify.annotations.NullMarked;
