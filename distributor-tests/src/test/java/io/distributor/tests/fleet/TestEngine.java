package io.distributor.tests.fleet;

import io.distributor.engine.ServerEngine;
import io.distributor.engine.ServerOptions;
import io.distributor.engine.SocketIoServer;
import io.distributor.engine.forward.SessionForwarding;
import io.distributor.gateway.Gateway;
import org.jspecify.annotations.Nullable;

/**
 * What holds the connections of a distributor of a fleet. The system property
 * {@code distributor.tests.engine} decides for all fleets of a JVM.
 */
enum TestEngine {

	/** A server of the distributor's own. */
	BUILT_IN {

		@Override
		ServerEngine create(ServerOptions options, Gateway gateway, @Nullable SessionForwarding forwarding) {
			return (forwarding != null) ? SocketIoServer.create(options, gateway, forwarding)
					: SocketIoServer.create(options, gateway);
		}

	},

	/** A server of netty-socketio. */
	NETTY_SOCKETIO {

		@Override
		ServerEngine create(ServerOptions options, Gateway gateway, @Nullable SessionForwarding forwarding) {
			return new NettySocketIoServerEngine(options, gateway);
		}

	};

	static TestEngine current() {
		return valueOf(System.getProperty("distributor.tests.engine", BUILT_IN.name()));
	}

	abstract ServerEngine create(ServerOptions options, Gateway gateway, @Nullable SessionForwarding forwarding);

}
