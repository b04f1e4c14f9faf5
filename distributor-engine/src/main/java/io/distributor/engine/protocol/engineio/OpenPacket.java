package io.distributor.engine.protocol.engineio;

import java.time.Duration;

/**
 * First packet of a session: what the client must know of it.
 *
 * @param sid id of the session, base64url
 * @param upgradeToWebSocket whether the client may upgrade to a websocket
 * @param pingInterval time between pings
 * @param pingTimeout time allowed for an answer to a ping
 * @param maxPayload largest payload the server takes, in bytes
 * @see <a href=
 * "https://github.com/socketio/socket.io/blob/main/docs/engine.io-protocol/v4-current.md#handshake">Engine.IO
 * protocol, "Handshake"</a>
 */
public record OpenPacket(String sid, boolean upgradeToWebSocket, Duration pingInterval, Duration pingTimeout,
		int maxPayload) {

	/**
	 * Returns the text of the packet.
	 * @return a JSON object, ASCII
	 */
	public String text() {
		return "{\"sid\":\"" + this.sid + "\",\"upgrades\":" + (this.upgradeToWebSocket ? "[\"websocket\"]" : "[]")
				+ ",\"pingInterval\":" + this.pingInterval.toMillis() + ",\"pingTimeout\":"
				+ this.pingTimeout.toMillis() + ",\"maxPayload\":" + this.maxPayload + "}";
	}

}
