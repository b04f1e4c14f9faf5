package io.distributor.engine.transport;

import io.distributor.engine.protocol.engineio.PacketType;
import io.distributor.engine.session.CloseReason;
import io.netty.buffer.ByteBuf;

/**
 * Revision 4: the server pings the client and misses its answers. To be used on the event
 * loop of the session only.
 * <p>
 * A client that sends anything is alive, even if its pong is late behind other packets;
 * one that is not read from cannot be heard.
 */
final class ServerHeartbeat extends Heartbeat {

	private final TransportSession session;

	private boolean awaitingPong;

	ServerHeartbeat(TransportSession session) {
		this.session = session;
	}

	@Override
	void start() {
		this.awaitingPong = false;
		this.session.loop().pings().add(this);
	}

	@Override
	void onPing(ByteBuf text) {
		this.session.close(CloseReason.TRANSPORT_ERROR, "invalid heartbeat direction");
	}

	@Override
	void onPong() {
		if (this.awaitingPong) {
			start();
		}
	}

	@Override
	protected void onExpired() {
		if (!this.awaitingPong) {
			this.awaitingPong = true;
			awaitPacket();
			this.session.sendPacket(PacketType.PING, "");
		}
		else if (isHeard() || this.session.isReadingPaused()) {
			awaitPacket();
		}
		else {
			this.session.close(CloseReason.PING_TIMEOUT, null);
		}
	}

	private void awaitPacket() {
		listen();
		this.session.loop().pongs().add(this);
	}

}
