/**
 * A fleet beside others on the same Redis: emitters and Node servers, as npm packages.
 */
@NullMarked
package io.distributor.tests.interop;

import org.jspecify.annotations.NullMarked;
