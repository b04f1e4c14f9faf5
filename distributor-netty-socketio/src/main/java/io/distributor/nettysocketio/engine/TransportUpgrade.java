package io.distributor.nettysocketio.engine;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

import com.corundumstudio.socketio.Transport;
import com.corundumstudio.socketio.handler.ClientHead;
import com.corundumstudio.socketio.messages.OutPacketMessage;
import com.corundumstudio.socketio.protocol.EngineIOVersion;
import com.corundumstudio.socketio.protocol.Packet;
import com.corundumstudio.socketio.protocol.PacketType;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;

/**
 * A client on its way from polling to a websocket. netty-socketio ends the poll that
 * waits once, so a client that polls again is left waiting until the next ping, and a
 * packet sent while the transports change places is left in the queue until the next one.
 * This ends each poll, and writes what is in the queue in the end. Lives on the event
 * loop of the websocket.
 */
final class TransportUpgrade implements Runnable {

	private static final ByteBuf PROBE = Unpooled
		.unreleasableBuffer(Unpooled.wrappedBuffer("2probe".getBytes(StandardCharsets.US_ASCII)));

	private static final int INTERVAL_MILLIS = 100;

	private static final int MAX_TURNS = 100;

	private final ChannelHandlerContext webSocket;

	private final ClientHead client;

	private int turns;

	private TransportUpgrade(ChannelHandlerContext webSocket, ClientHead client) {
		this.webSocket = webSocket;
		this.client = client;
	}

	/**
	 * Begins if a client asks whether its websocket works.
	 */
	static void beginIfProbe(ChannelHandlerContext webSocket, ClientHead client, ByteBuf packet) {
		if (packet.equals(PROBE)) {
			new TransportUpgrade(webSocket, client).goOn();
		}
	}

	private void goOn() {
		this.webSocket.executor().schedule(this, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
	}

	@Override
	public void run() {
		if (this.client.getCurrentTransport() == Transport.WEBSOCKET) {
			this.webSocket.channel().writeAndFlush(new OutPacketMessage(this.client, Transport.WEBSOCKET));
			return;
		}
		if (++this.turns > MAX_TURNS || !this.webSocket.channel().isActive() || !this.client.isConnected()) {
			return;
		}
		if (this.client.getPacketsQueue(Transport.POLLING).isEmpty()) {
			this.client.send(new Packet(PacketType.NOOP, EngineIOVersion.V4), Transport.POLLING);
		}
		goOn();
	}

}
