package io.distributor.handler;

import java.util.function.Function;

import io.distributor.backend.Socket;
import org.jspecify.annotations.Nullable;

/**
 * A parameter that takes something of the socket, whatever happened to it.
 *
 * @param ofSocket gives it
 * @param socket gives the socket
 * @param <P> what happened
 */
record SocketParameter<P>(ParameterSource<Socket> ofSocket, Function<P, Socket> socket) implements ParameterSource<P> {

	@Override
	public @Nullable Object get(P happened) {
		return this.ofSocket.get(this.socket.apply(happened));
	}

	@Override
	public String what() {
		return this.ofSocket.what();
	}

}
