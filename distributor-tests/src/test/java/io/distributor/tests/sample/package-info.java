/**
 * The samples as processes, without a browser.
 */
@NullMarked
package io.distributor.tests.sample;

import org.jspecify.annotations.NullMarked;
