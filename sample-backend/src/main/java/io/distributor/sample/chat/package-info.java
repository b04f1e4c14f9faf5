/**
 * A chat with rooms.
 */
@NullMarked
package io.distributor.sample.chat;

import org.jspecify.annotations.NullMarked;
