package io.distributor.engine.transport;

import java.nio.charset.StandardCharsets;

import io.distributor.engine.protocol.engineio.PacketType;
import io.distributor.engine.session.CloseReason;
import io.netty.buffer.ByteBuf;

/**
 * Revision 3: the client pings, the server answers and misses the pings. To be used on
 * the event loop of the session only.
 * <p>
 * Any packet is a sign of life, but only a ping starts the time anew at once: after other
 * packets it may take up to twice as long to miss the client.
 */
final class ClientHeartbeat extends Heartbeat {

	private final TransportSession session;

	ClientHeartbeat(TransportSession session) {
		this.session = session;
	}

	@Override
	void start() {
		listen();
		this.session.loop().silences().add(this);
	}

	@Override
	void onPing(ByteBuf text) {
		start();
		this.session.sendPacket(PacketType.PONG, text.toString(StandardCharsets.UTF_8));
	}

	@Override
	void onPong() {
		this.session.close(CloseReason.TRANSPORT_ERROR, "invalid heartbeat direction");
	}

	@Override
	protected void onExpired() {
		if (isHeard() || this.session.isReadingPaused()) {
			start();
		}
		else {
			this.session.close(CloseReason.PING_TIMEOUT, null);
		}
	}

}
