/**
 * Rooms, who is in them and what was said. Knows nothing of sockets.
 */
@NullMarked
package io.distributor.sample.chat.room;

import org.jspecify.annotations.NullMarked;
