package io.distributor.engine.transport;

import java.nio.charset.StandardCharsets;

import io.distributor.engine.protocol.engineio.PacketType;
import io.distributor.engine.session.CloseReason;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * A websocket on probation: it may take over the session it was opened for. The session
 * stays on polling until the client says so, and whatever goes wrong here leaves it
 * there. To be used on the event loop of the session only.
 *
 * @see <a href=
 * "https://github.com/socketio/socket.io/blob/main/docs/engine.io-protocol/v4-current.md#upgrade">Engine.IO
 * protocol, "Upgrade"</a>
 */
final class UpgradeProbe extends Deadline implements TransportOwner {

	private static final String PROBE = "probe";

	private final TransportSession session;

	private final WebSocketTransport webSocket;

	UpgradeProbe(TransportSession session, WebSocketTransport webSocket) {
		this.session = session;
		this.webSocket = webSocket;
	}

	void start() {
		if (this.session.startUpgrade(this)) {
			this.session.loop().upgrades().add(this);
			return;
		}
		this.webSocket.close(CloseReason.TRANSPORT_ERROR, "the session has a websocket already");
	}

	@Override
	public void onPacket(PacketType type, ByteBuf text) {
		if (type == PacketType.PING && text.toString(StandardCharsets.UTF_8).equals(PROBE)) {
			this.webSocket.sendPacket(PacketType.PONG, PROBE);
			this.session.onProbed();
		}
		else if (type == PacketType.UPGRADE && this.session.isOpen()) {
			cancel();
			this.webSocket.upgrade(this.session);
		}
		else {
			fail("packet of type " + type + " (expected: ping with the text probe, or upgrade)");
		}
	}

	@Override
	public void onBinary(ByteBuf data) {
		fail("binary packet (expected: ping with the text probe, or upgrade)");
	}

	@Override
	protected void onExpired() {
		fail("upgrade not completed in time");
	}

	private void fail(String description) {
		this.webSocket.fail(CloseReason.TRANSPORT_ERROR, description);
	}

	@Override
	public void onTransportClosed(CloseReason reason, @Nullable String description) {
		cancel();
		this.session.abandonUpgrade(this);
	}

	/**
	 * The session is closed.
	 */
	void abort() {
		cancel();
		this.webSocket.close(CloseReason.TRANSPORT_CLOSE, "the session is closed");
	}

}
