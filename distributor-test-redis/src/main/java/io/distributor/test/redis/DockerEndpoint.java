package io.distributor.test.redis;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Whether it is worth while to look for Docker: Testcontainers takes seconds to find out
 * that it is not there, and this takes none.
 */
final class DockerEndpoint {

	private static final Path WINDOWS_PIPE = Path.of("//./pipe/docker_engine");

	private final Map<String, String> environment;

	DockerEndpoint(Map<String, String> environment) {
		this.environment = environment;
	}

	/**
	 * Returns whether Docker may answer.
	 * @return {@code false} if no address of it is configured, and no socket of this
	 * machine accepts connections
	 */
	boolean mayAnswer() {
		return this.environment.containsKey("DOCKER_HOST") || isConfiguredInHome() || Files.exists(WINDOWS_PIPE)
				|| sockets().anyMatch(DockerEndpoint::accepts);
	}

	/**
	 * A strategy that Testcontainers found once is kept in the same file, and says
	 * nothing.
	 */
	private boolean isConfiguredInHome() {
		Properties properties = new Properties();
		try (var reader = Files.newBufferedReader(home().resolve(".testcontainers.properties"))) {
			properties.load(reader);
		}
		catch (IOException ex) {
			return false;
		}
		return properties.containsKey("docker.host") || properties.containsKey("tc.host");
	}

	private Stream<Path> sockets() {
		return Stream.of(Path.of("/var/run/docker.sock"),
				Path.of(this.environment.getOrDefault("XDG_RUNTIME_DIR", ""), "docker.sock"),
				home().resolve(".docker/run/docker.sock"), home().resolve(".docker/desktop/docker.sock"));
	}

	private Path home() {
		return Path.of(this.environment.getOrDefault("HOME", ""));
	}

	private static boolean accepts(Path socket) {
		if (!Files.exists(socket)) {
			return false;
		}
		try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
			return channel.isConnected();
		}
		catch (IOException | UnsupportedOperationException ex) {
			return false;
		}
	}

}
