/**
 * The page of the chat in a browser.
 */
@NullMarked
package io.distributor.tests.browser;

import org.jspecify.annotations.NullMarked;
