/**
 * Which thread runs what: handlers of one socket one after another, user code never on
 * the thread of the link.
 */
@NullMarked
package io.distributor.backend.dispatch;

import org.jspecify.annotations.NullMarked;
