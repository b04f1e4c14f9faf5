package io.distributor.tests.security;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.distributor.test.redis.FreePort;
import io.distributor.tests.support.ExternalProcess;
import io.distributor.tests.support.Program;
import org.awaitility.Awaitility;

/**
 * The nginx of the machine with the configuration of {@code docs/nginx.md}.
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
	 * Starts nginx without TLS and waits until it listens.
	 * @param directory where it may write
	 * @param balancing how it distributes requests
	 * @param distributors ports of the distributors
	 */
	static Nginx start(Path directory, Balancing balancing, int... distributors) throws IOException {
		return start(directory, server().replaceAll("(?m)^ *ssl_certificate.*\n", "").replace("443 ssl;", "443;"),
				balancing, distributors);
	}

	/**
	 * Starts nginx, which ends TLS, and waits until it listens.
	 * @param directory where it may write
	 * @param tls its certificate
	 * @param balancing how it distributes requests
	 * @param distributors ports of the distributors
	 */
	static Nginx start(Path directory, Certificate tls, Balancing balancing, int... distributors) throws IOException {
		return start(directory, server().replace("/etc/nginx/tls/chat.crt", tls.certificate().toString())
			.replace("/etc/nginx/tls/chat.key", tls.key().toString()), balancing, distributors);
	}

	private static Nginx start(Path directory, String server, Balancing balancing, int... distributors)
			throws IOException {
		int port = FreePort.find();
		Path file = directory.resolve("nginx.conf");
		Files.writeString(file, frame(directory,
				server.replace("listen 443", "listen 127.0.0.1:" + port) + upstream(balancing, distributors)));
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

	private static String server() throws IOException {
		return documented(0);
	}

	private static String upstream(Balancing balancing, int... distributors) throws IOException {
		String documented = documented((balancing == Balancing.STICKY) ? 1 : 2);
		String servers = IntStream.of(distributors)
			.mapToObj((port) -> "    server 127.0.0.1:" + port + ";\n")
			.collect(Collectors.joining());
		String upstream = documented.replaceAll("(?m)(^ *server .*\n)+", Matcher.quoteReplacement(servers));
		return (balancing == Balancing.IN_TURN) ? upstream.replace("random;", "") : upstream;
	}

	private static String documented(int index) throws IOException {
		return DOCUMENTED.matcher(Files.readString(Path.of("..", "docs", "nginx.md")))
			.results()
			.skip(index)
			.findFirst()
			.map((block) -> block.group(1))
			.orElseThrow(() -> new IllegalStateException("docs/nginx.md has no block " + index));
	}

	private static String frame(Path directory, String http) {
		String temporary = "";
		for (String kind : new String[] { "client_body", "proxy", "fastcgi", "uwsgi", "scgi" }) {
			temporary += kind + "_temp_path " + directory.resolve(kind) + ";\n";
		}
		return "pid " + directory.resolve("nginx.pid") + ";\nevents {}\nhttp {\naccess_log off;\n" + temporary + http
				+ "}\n";
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

	/**
	 * How requests are distributed.
	 */
	enum Balancing {

		/** Those of an address go to one distributor. */
		STICKY,

		/** Each goes to any distributor. */
		RANDOM,

		/** They go to one distributor after the other. */
		IN_TURN

	}

}
