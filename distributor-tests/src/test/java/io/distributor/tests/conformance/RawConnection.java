package io.distributor.tests.conformance;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A connection that speaks just as much HTTP as the tests need.
 */
class RawConnection implements AutoCloseable {

	private final Socket socket;

	final DataInputStream in;

	RawConnection(int port) {
		try {
			this.socket = new Socket("127.0.0.1", port);
			this.socket.setSoTimeout(20_000);
			this.in = new DataInputStream(this.socket.getInputStream());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	RawConnection send(String method, String target, byte[] body, String... headers) {
		StringBuilder head = new StringBuilder(method).append(' ').append(target).append(" HTTP/1.1\r\nHost: test\r\n");
		for (String header : headers) {
			head.append(header).append("\r\n");
		}
		if (!head.toString().contains("Content-Length") && (body.length > 0 || method.equals("POST"))) {
			head.append("Content-Length: ").append(body.length).append("\r\n");
		}
		write(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
		return write(body);
	}

	final RawConnection write(byte[] bytes) {
		try {
			this.socket.getOutputStream().write(bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return this;
	}

	Response receive() {
		try {
			int status = Integer.parseInt(readLine().split(" ")[1]);
			Map<String, String> headers = new HashMap<>();
			for (String line = readLine(); !line.isEmpty(); line = readLine()) {
				String[] header = line.split(":", 2);
				headers.put(header[0].toLowerCase(Locale.ROOT), header[1].strip());
			}
			int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
			return new Response(status, headers, this.in.readNBytes(length));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String readLine() throws IOException {
		StringBuilder line = new StringBuilder();
		for (int next = this.in.readUnsignedByte(); next != '\n'; next = this.in.readUnsignedByte()) {
			line.append((char) next);
		}
		return line.toString().stripTrailing();
	}

	@Override
	public void close() {
		try {
			this.socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
