/**
 * What the tests need of the machine: programs, a Redis, processes of the samples.
 */
@NullMarked
package io.distributor.tests.support;

import org.jspecify.annotations.NullMarked;
