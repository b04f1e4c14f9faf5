/**
 * The port below the link: four operations and two events, implemented over memory and
 * over Redis.
 */
@NullMarked
package io.distributor.link.port;

import org.jspecify.annotations.NullMarked;
