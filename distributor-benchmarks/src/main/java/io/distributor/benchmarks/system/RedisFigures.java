package io.distributor.benchmarks.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What a Redis says of itself. For one thread.
 */
final class RedisFigures {

	private final int port;

	RedisFigures(int port) {
		this.port = port;
	}

	/** Returns the statistics by their names. */
	Map<String, Long> read() {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			socket.getOutputStream().write("INFO stats\r\n".getBytes(StandardCharsets.US_ASCII));
			BufferedReader reader = new BufferedReader(
					new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
			// A bulk string: its length, lines, and the end of a line.
			int length = Integer.parseInt(reader.readLine().substring(1));
			char[] text = new char[length];
			for (int read = 0; read < length;) {
				read += reader.read(text, read, length - read);
			}
			return parse(new String(text));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Map<String, Long> parse(String text) {
		Map<String, Long> figures = new HashMap<>();
		text.lines().forEach((line) -> {
			int colon = line.indexOf(':');
			if (colon > 0 && line.substring(colon + 1).matches("\\d+")) {
				figures.put(line.substring(0, colon), Long.valueOf(line.substring(colon + 1)));
			}
		});
		return figures;
	}

}
