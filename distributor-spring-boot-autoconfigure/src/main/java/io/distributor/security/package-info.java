/**
 * Spring Security for handshakes and handler methods. Loaded only when its classes are
 * there, apart from what a distributor needs for any authenticator.
 */
@NullMarked
package io.distributor.security;

import org.jspecify.annotations.NullMarked;
