package io.distributor.autoconfigure.security;

import io.distributor.backend.HandshakeAuthenticator;

/**
 * An authenticator for one kind of credentials. Not a bean of its own type: that is for
 * applications to define.
 *
 * @param authenticator says {@code null} when there are no such credentials
 */
record CredentialsAdapter(HandshakeAuthenticator authenticator) {

}
