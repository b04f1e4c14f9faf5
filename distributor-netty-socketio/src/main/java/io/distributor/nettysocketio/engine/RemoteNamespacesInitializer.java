package io.distributor.nettysocketio.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.BiFunction;

import com.corundumstudio.socketio.Configuration;
import com.corundumstudio.socketio.SocketIOChannelInitializer;
import com.corundumstudio.socketio.handler.ClientHead;
import com.corundumstudio.socketio.namespace.NamespacesHub;
import io.netty.channel.ChannelPipeline;
import org.jspecify.annotations.Nullable;

/**
 * Puts our engine into the connections of one server of netty-socketio.
 */
final class RemoteNamespacesInitializer extends SocketIOChannelInitializer {

	private final BiFunction<Configuration, NamespacesHub, ServerSessions> newSessions;

	private volatile @Nullable ServerSessions sessions;

	private volatile @Nullable MessagePacketWriter writer;

	/**
	 * Creates it.
	 * @param newSessions makes the sessions of the server when it starts
	 */
	RemoteNamespacesInitializer(BiFunction<Configuration, NamespacesHub, ServerSessions> newSessions) {
		this.newSessions = newSessions;
	}

	@Override
	public void start(Configuration configuration, NamespacesHub namespacesHub) {
		super.start(configuration, namespacesHub);
		try {
			this.writer = new MessagePacketWriter(configuration, new MessagePacketEncoder(configuration));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.sessions = this.newSessions.apply(configuration, namespacesHub);
	}

	@Override
	protected void addSocketioHandlers(ChannelPipeline pipeline) {
		super.addSocketioHandlers(pipeline);
		ServerSessions sessions = this.sessions;
		MessagePacketWriter writer = this.writer;
		if (sessions != null && writer != null) {
			pipeline.addBefore(PACKET_HANDLER, "distributorRouter", new PacketRouter(sessions));
			pipeline.replace(SOCKETIO_ENCODER, SOCKETIO_ENCODER, writer);
		}
	}

	@Override
	public void onDisconnect(ClientHead client) {
		super.onDisconnect(client);
		ServerSessions sessions = this.sessions;
		if (sessions != null) {
			sessions.end(client);
		}
	}

	boolean isStarted() {
		return this.sessions != null;
	}

	long unreadBytes() {
		ServerSessions sessions = this.sessions;
		return (sessions != null) ? sessions.unreadBytes() : 0;
	}

	void closeSessions() {
		ServerSessions sessions = this.sessions;
		if (sessions != null) {
			sessions.closeAll();
		}
	}

}
