/**
 * Annotations for tests, and what they configure.
 */
@NullMarked
package io.distributor.test.autoconfigure;

import org.jspecify.annotations.NullMarked;
