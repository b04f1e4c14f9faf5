package io.distributor.handler;

import io.distributor.backend.ConnectHandler;
import io.distributor.backend.Socket;

/**
 * Looks at clients by a method of a bean.
 *
 * @param method the method
 * @param failures refuses in its place when it fails
 */
record ConnectMethod(SocketHandlerMethod<Socket> method, FailureHandling failures) implements ConnectHandler {

	@Override
	public void onConnect(Socket socket) throws Exception {
		try {
			this.method.call(socket);
		}
		catch (Throwable ex) {
			throw this.failures.refusal(ex, socket);
		}
	}

}
