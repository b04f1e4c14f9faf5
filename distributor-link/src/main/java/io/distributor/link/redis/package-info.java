/**
 * The port over Redis, by Lettuce and Spring Data Redis. The only package of the link
 * that knows them.
 */
@NullMarked
package io.distributor.link.redis;

import org.jspecify.annotations.NullMarked;
