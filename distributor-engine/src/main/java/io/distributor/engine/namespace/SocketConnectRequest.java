package io.distributor.engine.namespace;

import org.jspecify.annotations.Nullable;

/**
 * The connect request of a socket; the socket itself knows whether it was answered.
 */
final class SocketConnectRequest implements ConnectRequest {

	private final NamespaceSocket socket;

	private final byte @Nullable [] auth;

	SocketConnectRequest(NamespaceSocket socket, byte @Nullable [] auth) {
		this.socket = socket;
		this.auth = auth;
	}

	@Override
	public ClientSocket socket() {
		return this.socket;
	}

	@Override
	public byte @Nullable [] auth() {
		return this.auth;
	}

	@Override
	public void accept() {
		this.socket.accept();
	}

	@Override
	public void refuse(String message, byte @Nullable [] data) {
		this.socket.refuse(message, data);
	}

}
