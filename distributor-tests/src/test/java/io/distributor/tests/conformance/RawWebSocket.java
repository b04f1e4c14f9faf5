package io.distributor.tests.conformance;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A websocket that sends and shows single frames. Answers no pings unless told to.
 */
final class RawWebSocket extends RawConnection {

	/**
	 * What {@link #closeCode()} returns if the connection ended without a close frame.
	 */
	static final int NO_CLOSE_FRAME = -1;

	private static final int TEXT = 0x81;

	private static final int BINARY = 0x82;

	private static final int CLOSE = 0x88;

	private static final int PONG = 0x8A;

	private static final int NO_FRAME = -1;

	RawWebSocket(int port, String target) {
		super(port);
		send("GET", target, new byte[0], "Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13",
				"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");
	}

	RawWebSocket opened() {
		Response response = receive();
		assertThat(response.status()).as(response::text).isEqualTo(101);
		assertThat(response.header("sec-websocket-accept")).isEqualTo("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
		return this;
	}

	RawWebSocket sendText(String... messages) {
		for (String message : messages) {
			sendFrame(TEXT, message.getBytes(StandardCharsets.UTF_8));
		}
		return this;
	}

	RawWebSocket sendBinary(int... bytes) {
		return sendFrame(BINARY, bytes(bytes));
	}

	RawWebSocket sendFrame(int firstByte, byte[] payload) {
		ByteArrayOutputStream frame = new ByteArrayOutputStream();
		frame.write(firstByte);
		if (payload.length < 126) {
			frame.write(0x80 | payload.length);
		}
		else {
			frame.write(0x80 | 127);
			for (int shift = 56; shift >= 0; shift -= 8) {
				frame.write((int) ((long) payload.length >> shift));
			}
		}
		frame.writeBytes(new byte[] { 1, 2, 3, 4 });
		for (int i = 0; i < payload.length; i++) {
			frame.write(payload[i] ^ (i % 4 + 1));
		}
		write(frame.toByteArray());
		return this;
	}

	/** Reads a text message, pings of Engine.IO included. */
	String next() {
		Frame frame = readFrame();
		assertThat(frame.firstByte()).as("first byte of a frame: %s", frame).isEqualTo(TEXT);
		return frame.text();
	}

	/** Reads a text message and answers the pings before it. */
	String nextMessage() {
		String text = next();
		while (text.equals("2")) {
			sendText("3");
			text = next();
		}
		return text;
	}

	byte[] nextBinary() {
		Frame frame = readFrame();
		assertThat(frame.firstByte()).as("first byte of a frame: %s", frame).isEqualTo(BINARY);
		return frame.payload();
	}

	byte[] nextPong() {
		Frame frame = readFrame();
		assertThat(frame.firstByte()).as("first byte of a frame: %s", frame).isEqualTo(PONG);
		return frame.payload();
	}

	/** Reads up to the end of the connection and returns the code of its close frame. */
	int closeCode() {
		Frame frame = readFrame();
		while (frame.firstByte() != CLOSE && frame.firstByte() != NO_FRAME) {
			frame = readFrame();
		}
		byte[] payload = frame.payload();
		return (payload.length < 2) ? NO_CLOSE_FRAME : (payload[0] & 0xFF) << 8 | payload[1] & 0xFF;
	}

	private Frame readFrame() {
		try {
			int firstByte = this.in.readUnsignedByte();
			int length = this.in.readUnsignedByte();
			if (length == 126) {
				length = this.in.readUnsignedShort();
			}
			else if (length == 127) {
				length = (int) this.in.readLong();
			}
			return new Frame(firstByte, this.in.readNBytes(length));
		}
		catch (EOFException | SocketException ex) {
			return new Frame(NO_FRAME, new byte[0]);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static byte[] bytes(int... values) {
		byte[] bytes = new byte[values.length];
		for (int i = 0; i < values.length; i++) {
			bytes[i] = (byte) values[i];
		}
		return bytes;
	}

	private record Frame(int firstByte, byte[] payload) {

		String text() {
			return new String(this.payload, StandardCharsets.UTF_8);
		}

		@Override
		public String toString() {
			return Integer.toHexString(this.firstByte) + " " + text();
		}

	}

}
