package io.distributor.engine.server;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A socket for what well-behaved clients would not do.
 */
final class RawClient implements AutoCloseable {

	final Socket socket;

	private final DataInputStream in;

	RawClient(EngineServer server) throws IOException {
		this.socket = new Socket();
		this.socket.setReceiveBufferSize(4096);
		this.socket.connect(new InetSocketAddress("localhost", server.port()));
		this.socket.setSoTimeout(5000);
		this.in = new DataInputStream(this.socket.getInputStream());
	}

	static RawClient webSocket(EngineServer server, String query, String... headers) throws IOException {
		RawClient client = new RawClient(server);
		client.write("GET /engine.io/" + query + " HTTP/1.1\r\nHost: localhost\r\nConnection: keep-alive, Upgrade\r\n"
				+ "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
				+ "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
				+ Stream.of(headers).map((header) -> header + "\r\n").collect(Collectors.joining()) + "\r\n");
		return client;
	}

	void write(String text) throws IOException {
		write(text.getBytes(StandardCharsets.UTF_8));
	}

	void write(byte[] bytes) throws IOException {
		this.socket.getOutputStream().write(bytes);
		this.socket.getOutputStream().flush();
	}

	/**
	 * Sends a request without a body.
	 */
	void get(String query) throws IOException {
		write("GET /engine.io/" + query + " HTTP/1.1\r\nHost: a\r\n\r\n");
	}

	/**
	 * Sends a masked frame.
	 */
	void frame(int firstByte, byte[] payload) throws IOException {
		write(masked(firstByte, payload));
	}

	static byte[] masked(int firstByte, byte[] payload) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(firstByte);
		if (payload.length < 126) {
			out.write(0x80 | payload.length);
		}
		else {
			out.write(0x80 | 126);
			out.write(payload.length >> 8);
			out.write(payload.length);
		}
		byte[] mask = { 0x12, 0x34, 0x56, 0x78 };
		out.writeBytes(mask);
		for (int i = 0; i < payload.length; i++) {
			out.write(payload[i] ^ mask[i % 4]);
		}
		return out.toByteArray();
	}

	/**
	 * Reads what comes in one piece.
	 */
	String readPiece() throws IOException {
		byte[] piece = new byte[1024];
		return new String(piece, 0, this.in.read(piece), StandardCharsets.ISO_8859_1);
	}

	/**
	 * Reads the head of a response.
	 */
	String head() throws IOException {
		StringBuilder head = new StringBuilder();
		while (head.indexOf("\r\n\r\n") < 0) {
			head.append((char) this.in.readByte());
		}
		return head.toString();
	}

	/**
	 * Reads a whole response with a length.
	 */
	String response() throws IOException {
		String head = head();
		int index = head.indexOf("content-length: ");
		int length = (index < 0) ? 0 : Integer.parseInt(head.substring(index + 16, head.indexOf("\r\n", index)).trim());
		return head + new String(this.in.readNBytes(length), StandardCharsets.UTF_8);
	}

	/**
	 * Reads a frame: its first byte, then its payload.
	 */
	byte[] readFrame() throws IOException {
		int first = this.in.readUnsignedByte();
		int length = this.in.readUnsignedByte();
		if (length == 126) {
			length = this.in.readUnsignedShort();
		}
		else if (length == 127) {
			length = (int) this.in.readLong();
		}
		byte[] payload = this.in.readNBytes(length);
		byte[] frame = new byte[1 + length];
		frame[0] = (byte) first;
		System.arraycopy(payload, 0, frame, 1, length);
		return frame;
	}

	String readText() throws IOException {
		byte[] frame = readFrame();
		return new String(frame, 1, frame.length - 1, StandardCharsets.UTF_8);
	}

	/**
	 * Reads a close frame and returns its code.
	 */
	int readClose() throws IOException {
		byte[] frame = readFrame();
		if ((frame[0] & 0xFF) != 0x88) {
			throw new AssertionError("no close frame but " + Integer.toHexString(frame[0] & 0xFF));
		}
		return (frame[1] & 0xFF) << 8 | frame[2] & 0xFF;
	}

	boolean isAtEnd() throws IOException {
		try {
			return this.in.read() < 0;
		}
		catch (SocketException ex) {
			return true;
		}
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
