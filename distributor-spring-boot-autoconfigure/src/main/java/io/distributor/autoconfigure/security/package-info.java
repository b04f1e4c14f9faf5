/**
 * Auto-configuration of who the clients are.
 */
@NullMarked
package io.distributor.autoconfigure.security;

import org.jspecify.annotations.NullMarked;
