package io.distributor.tests.security;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.distributor.tests.support.ExternalProcess;
import io.distributor.tests.support.Program;
import org.awaitility.Awaitility;

/**
 * The nginx of the machine with the configuration of {@code SECURITY.md}, in front of two
 * distributors.
 */
final class Nginx implements AutoCloseable {

	private static final Pattern DOCUMENTED = Pattern.compile("```nginx\n(.*?)```", Pattern.DOTALL);

	private final ExternalProcess process;

	private final int port;

	private Nginx(ExternalProcess process, int port) {
		this.process = process;
		this.port = port;
	}

	/**
	 * Starts nginx and waits until it listens.
	 * @param directory where it may write
	 * @param first port of a distributor
	 * @param second port of the other one
	 */
	static Nginx start(Path directory, int first, int second) throws IOException {
		int port = freePort();
		Path file = directory.resolve("nginx.conf");
		Files.writeString(file, configuration(directory, port, first, second));
		ExternalProcess process = ExternalProcess.start("nginx",
				new ProcessBuilder(Program.NGINX.require().toString(), "-p", directory.toString(), "-e", "stderr", "-c",
						file.toString(), "-g", "daemon off; master_process off;"));
		Nginx nginx = new Nginx(process, port);
		try {
			Awaitility.await().until(nginx::isListening);
			return nginx;
		}
		catch (RuntimeException ex) {
			process.close();
			throw new IllegalStateException("nginx does not listen: " + process.output(), ex);
		}
	}

	private static String configuration(Path directory, int port, int first, int second) throws IOException {
		Matcher documented = DOCUMENTED.matcher(Files.readString(Path.of("..", "SECURITY.md")));
		if (!documented.find()) {
			throw new IllegalStateException("SECURITY.md has no configuration of nginx");
		}
		String temporary = "";
		for (String kind : new String[] { "client_body", "proxy", "fastcgi", "uwsgi", "scgi" }) {
			temporary += kind + "_temp_path " + directory.resolve(kind) + ";\n";
		}
		return "pid " + directory.resolve("nginx.pid") + ";\nevents {}\nhttp {\naccess_log off;\n" + temporary
				+ documented.group(1)
					.replace(":8001", ":" + first)
					.replace(":8002", ":" + second)
					.replace(":8080", ":" + port)
				+ "}\n";
	}

	private static int freePort() throws IOException {
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
			return free.getLocalPort();
		}
	}

	private boolean isListening() {
		try (Socket socket = new Socket("127.0.0.1", this.port)) {
			return socket.isConnected();
		}
		catch (IOException ex) {
			return false;
		}
	}

	int port() {
		return this.port;
	}

	@Override
	public void close() {
		this.process.close();
	}

}
