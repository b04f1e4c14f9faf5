package io.distributor.benchmarks.driver;

import java.nio.charset.StandardCharsets;

import io.netty.buffer.ByteBuf;

/**
 * One client: a connection and a socket in the namespace {@code /}. It reads packets with
 * as little work as possible: no objects for packets or JSON. Belongs to the event loop
 * of its driver.
 */
public final class Client {

	private final Connection connection;

	private final Relay events;

	private boolean connected;

	private boolean dirty;

	private int awaitsAttachment = -1;

	Client(Connection connection, Relay events) {
		this.connection = connection;
		this.events = events;
	}

	/**
	 * Returns whether the server accepted the client in the namespace.
	 * @return whether it did
	 */
	public boolean isConnected() {
		return this.connected;
	}

	/**
	 * Reads an Engine.IO packet.
	 * @param in where it is
	 * @param from its first index
	 * @param end the index behind it
	 */
	void read(ByteBuf in, int from, int end) {
		switch (in.getByte(from)) {
			case '0' -> send("40");
			case '2' -> send("3");
			case '4' -> readPacket(in, from + 1, end);
			default -> {
			}
		}
	}

	private void readPacket(ByteBuf in, int from, int end) {
		switch (in.getByte(from)) {
			case '0' -> {
				this.connected = true;
				this.events.onConnect(this);
			}
			case '2', '5' -> readEvent(in, from + 1, end);
			case '3' -> this.events.onAnswer(this, number(in, from + 1));
			case '6' -> this.awaitsAttachment = number(in, indexOf(in, from, end, '-') + 1);
			case '1', '4' -> throw new IllegalStateException(
					"its socket was refused or ended: " + in.toString(from, end - from, StandardCharsets.ISO_8859_1));
			default -> {
			}
		}
	}

	private void readEvent(ByteBuf in, int from, int end) {
		int json = indexOf(in, from, end, '[');
		int reader = in.readerIndex();
		int writer = in.writerIndex();
		in.setIndex(json, end);
		this.events.onEvent(this, in);
		in.setIndex(reader, writer);
	}

	/** An attachment came. */
	void readAttachment() {
		int ackId = this.awaitsAttachment;
		this.awaitsAttachment = -1;
		if (ackId >= 0) {
			this.events.onAnswer(this, ackId);
		}
	}

	private static int indexOf(ByteBuf in, int from, int end, char wanted) {
		int index = from;
		while (index < end && in.getByte(index) != wanted) {
			index++;
		}
		return index;
	}

	private static int number(ByteBuf in, int from) {
		int number = 0;
		for (int i = from; in.getByte(i) >= '0' && in.getByte(i) <= '9'; i++) {
			number = 10 * number + in.getByte(i) - '0';
		}
		return number;
	}

	void onClosed() {
		this.connected = false;
		fail(new IllegalStateException("it was disconnected"));
	}

	void fail(Throwable cause) {
		this.events.fail(cause);
	}

	/**
	 * Sends one packet.
	 * @param packet an Engine.IO message
	 */
	public void send(String packet) {
		this.connection.write(packet.getBytes(StandardCharsets.ISO_8859_1));
		this.dirty = true;
	}

	/**
	 * Sends a packet with one attachment.
	 * @param packet an Engine.IO message
	 * @param attachment its attachment
	 */
	public void send(String packet, byte[] attachment) {
		send(packet);
		this.connection.writeAttachment(attachment);
	}

	/** Flushes what was sent; called at the end of each turn of reading by itself. */
	public void flush() {
		if (this.dirty) {
			this.dirty = false;
			this.connection.flush();
		}
	}

	void close() {
		this.connection.close();
	}

}
