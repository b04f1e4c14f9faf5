/**
 * A Redis for people without one.
 */
@NullMarked
package io.distributor.sample.chat.redis;

import org.jspecify.annotations.NullMarked;
