/**
 * Tests of the gateway, between a link and a server made for them.
 */
@NullMarked
package io.distributor.gateway;

import org.jspecify.annotations.NullMarked;
