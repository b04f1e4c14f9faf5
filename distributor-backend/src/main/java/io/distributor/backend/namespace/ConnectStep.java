package io.distributor.backend.namespace;

import java.util.concurrent.CompletionStage;

import io.distributor.backend.AsyncConnectHandler;
import io.distributor.backend.ConnectHandler;
import io.distributor.backend.Socket;
import org.jspecify.annotations.Nullable;

/**
 * A step that sees a client before it is accepted.
 */
@FunctionalInterface
interface ConnectStep {

	/**
	 * Looks at a client.
	 * @return {@code null} if it is done, or what completes when it is
	 */
	@Nullable CompletionStage<?> look(Socket socket) throws Exception;

	static ConnectStep of(ConnectHandler handler) {
		return (socket) -> {
			handler.onConnect(socket);
			return null;
		};
	}

	static ConnectStep of(AsyncConnectHandler handler) {
		return handler::onConnect;
	}

}
