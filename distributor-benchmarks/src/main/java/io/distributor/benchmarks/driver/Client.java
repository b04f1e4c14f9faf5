package io.distributor.benchmarks.driver;

import java.nio.charset.StandardCharsets;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;

/**
 * One client: a websocket and a socket in the namespace {@code /}. Belongs to the event
 * loop of its driver.
 */
public final class Client {

	private final Channel channel;

	private final ClientEvents events;

	private boolean connected;

	private boolean dirty;

	Client(Channel channel, ClientEvents events) {
		this.channel = channel;
		this.events = events;
	}

	/**
	 * Returns whether the server accepted the client in the namespace.
	 * @return whether it did
	 */
	public boolean isConnected() {
		return this.connected;
	}

	void onAccepted() {
		this.connected = true;
		this.events.onConnect(this);
	}

	void onEvent(ByteBuf arguments) {
		this.events.onEvent(this, arguments);
	}

	void onAnswer(int ackId) {
		this.events.onAnswer(this, ackId);
	}

	void onClosed() {
		this.connected = false;
		this.events.onDisconnect(this);
	}

	/**
	 * Sends one packet.
	 * @param packet an Engine.IO message
	 */
	public void send(String packet) {
		write(Frames.text(this.channel.alloc(), packet.getBytes(StandardCharsets.ISO_8859_1)));
	}

	/**
	 * Sends a packet with one attachment.
	 * @param packet an Engine.IO message
	 * @param attachment its attachment
	 */
	public void send(String packet, byte[] attachment) {
		send(packet);
		write(Frames.binary(this.channel.alloc(), attachment));
	}

	private void write(ByteBuf frame) {
		this.channel.write(frame, this.channel.voidPromise());
		this.dirty = true;
	}

	/** Flushes what was sent; called at the end of each turn of reading by itself. */
	public void flush() {
		if (this.dirty) {
			this.dirty = false;
			this.channel.flush();
		}
	}

	void close() {
		this.channel.close();
	}

}
