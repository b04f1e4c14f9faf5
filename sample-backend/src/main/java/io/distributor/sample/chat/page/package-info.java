/**
 * What the page needs to know of the application.
 */
@NullMarked
package io.distributor.sample.chat.page;

import org.jspecify.annotations.NullMarked;
