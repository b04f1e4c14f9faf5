package io.distributor.tests.security;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A connection on which anything can be sent.
 */
final class Attacker implements AutoCloseable {

	static final String POLLING = "/socket.io/?EIO=4&transport=polling";

	static final String WEB_SOCKET = "/socket.io/?EIO=4&transport=websocket";

	static final int TEXT = 0x81;

	static final int BINARY = 0x82;

	private static final Pattern SID = Pattern.compile("\"sid\":\"([^\"]+)\"");

	private final Socket socket = new Socket();

	private final DataInputStream in;

	private Attacker(int port, @Nullable InetAddress from, int receiveBuffer) throws IOException {
		if (from != null) {
			this.socket.bind(new InetSocketAddress(from, 0));
		}
		if (receiveBuffer > 0) {
			this.socket.setReceiveBufferSize(receiveBuffer);
		}
		this.socket.connect(new InetSocketAddress("127.0.0.1", port));
		this.socket.setSoTimeout(20_000);
		this.in = new DataInputStream(this.socket.getInputStream());
	}

	static Attacker of(int port) throws IOException {
		return new Attacker(port, null, 0);
	}

	/** Comes from another address of this machine, such as {@code 127.0.0.5}. */
	static Attacker from(String address, int port) throws IOException {
		return new Attacker(port, InetAddress.getByName(address), 0);
	}

	/** Has a small buffer for what it does not read. */
	static Attacker withSmallBuffer(int port) throws IOException {
		return new Attacker(port, null, 4_096);
	}

	// HTTP

	String get(String target, String... headers) throws IOException {
		return request("GET", target, "", headers);
	}

	String post(String target, String body, String... headers) throws IOException {
		return request("POST", target, body, headers);
	}

	String request(String method, String target, String body, String... headers) throws IOException {
		write(head(method, target, body.getBytes(StandardCharsets.UTF_8).length, headers) + body);
		return response();
	}

	static String head(String method, String target, int length, String... headers) {
		StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: chat.example\r\n");
		if (length > 0) {
			head.append("Content-Length: ").append(length).append("\r\n");
		}
		for (String header : headers) {
			head.append(header).append("\r\n");
		}
		return head.append("\r\n").toString();
	}

	/** Reads the head of a response. */
	String readHead() throws IOException {
		StringBuilder head = new StringBuilder();
		while (head.indexOf("\r\n\r\n") < 0) {
			head.append((char) this.in.readByte());
		}
		return head.toString();
	}

	/** Reads a whole response. */
	String response() throws IOException {
		String head = readHead();
		String lowerCase = head.toLowerCase(Locale.ROOT);
		int index = lowerCase.indexOf("content-length: ");
		int length = (index < 0) ? 0 : Integer.parseInt(head.substring(index + 16, head.indexOf("\r\n", index)).trim());
		return head + new String(this.in.readNBytes(length), StandardCharsets.UTF_8);
	}

	/** Opens a session on polling and returns the target of its requests. */
	String openPolling(String... headers) throws IOException {
		return POLLING + "&sid=" + sid(get(POLLING, headers));
	}

	static String sid(String text) {
		Matcher matcher = SID.matcher(text);
		if (!matcher.find()) {
			throw new AssertionError("no sid in " + text);
		}
		return matcher.group(1);
	}

	// WebSocket

	/** Sends a WebSocket handshake and returns the head of the answer. */
	String upgrade(String target, String... headers) throws IOException {
		String[] all = new String[headers.length + 4];
		all[0] = "Connection: Upgrade";
		all[1] = "Upgrade: websocket";
		all[2] = "Sec-WebSocket-Version: 13";
		all[3] = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==";
		System.arraycopy(headers, 0, all, 4, headers.length);
		write(head("GET", target, 0, all));
		return readHead();
	}

	/** Opens a session on a websocket, joins a namespace and returns its own id there. */
	String join(String namespace, String... headers) throws IOException {
		String answer = upgrade(WEB_SOCKET, headers);
		if (!answer.startsWith("HTTP/1.1 101")) {
			throw new AssertionError(answer);
		}
		readText();
		send(namespace.equals("/") ? "40" : "40" + namespace + ",");
		return sid(readText());
	}

	void send(String text) throws IOException {
		frame(TEXT, text.getBytes(StandardCharsets.UTF_8));
	}

	void send(byte[] data) throws IOException {
		frame(BINARY, data);
	}

	/** Sends a frame with the given first byte. */
	void frame(int firstByte, byte[] payload) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(firstByte);
		if (payload.length < 126) {
			out.write(0x80 | payload.length);
		}
		else if (payload.length < 65_536) {
			out.write(0x80 | 126);
			out.write(payload.length >> 8);
			out.write(payload.length);
		}
		else {
			out.write(0x80 | 127);
			for (int shift = 56; shift >= 0; shift -= 8) {
				out.write((int) ((long) payload.length >> shift));
			}
		}
		out.writeBytes(new byte[4]);
		out.writeBytes(payload);
		write(out.toByteArray());
	}

	/** Reads a frame: its first byte, then its payload. */
	byte[] readFrame() throws IOException {
		int first = this.in.readUnsignedByte();
		int length = this.in.readUnsignedByte();
		if (length == 126) {
			length = this.in.readUnsignedShort();
		}
		else if (length == 127) {
			length = (int) this.in.readLong();
		}
		byte[] frame = new byte[1 + length];
		frame[0] = (byte) first;
		this.in.readFully(frame, 1, length);
		return frame;
	}

	String readText() throws IOException {
		byte[] frame = readFrame();
		return new String(frame, 1, frame.length - 1, StandardCharsets.UTF_8);
	}

	/** Reads frames up to that which closes, and returns its code. */
	int readClose() throws IOException {
		byte[] frame = readFrame();
		while ((frame[0] & 0xFF) != 0x88) {
			frame = readFrame();
		}
		return (frame[1] & 0xFF) << 8 | frame[2] & 0xFF;
	}

	// Both

	void write(String text) throws IOException {
		write(text.getBytes(StandardCharsets.ISO_8859_1));
	}

	void write(byte[] bytes) throws IOException {
		this.socket.getOutputStream().write(bytes);
		this.socket.getOutputStream().flush();
	}

	/** Reads to the end of the connection. */
	boolean isAtEnd() throws IOException {
		try {
			this.in.readAllBytes();
			return true;
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
