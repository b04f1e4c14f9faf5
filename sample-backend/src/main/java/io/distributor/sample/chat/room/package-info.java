/**
 * Rooms, who is in them and what was said in them. Knows nothing of sockets.
 */
@NullMarked
package io.distributor.sample.chat.room;

import org.jspecify.annotations.NullMarked;
