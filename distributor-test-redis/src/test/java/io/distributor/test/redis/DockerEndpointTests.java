package io.distributor.test.redis;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Tests for {@link DockerEndpoint}.
 */
class DockerEndpointTests {

	@TempDir
	private Path folder;

	@Test
	void mayAnswerWhereItsAddressIsConfigured() throws IOException {
		assertThat(new DockerEndpoint(Map.of("DOCKER_HOST", "tcp://docker:2375")).mayAnswer()).isTrue();
		Files.writeString(this.folder.resolve(".testcontainers.properties"), "docker.host=tcp://docker:2375");
		assertThat(new DockerEndpoint(Map.of("HOME", this.folder.toString())).mayAnswer()).isTrue();
	}

	@Test
	void mayAnswerWhereASocketAcceptsConnections() throws IOException {
		Path socket = this.folder.resolve("docker.sock");
		DockerEndpoint endpoint = new DockerEndpoint(Map.of("XDG_RUNTIME_DIR", this.folder.toString()));
		try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
			server.bind(UnixDomainSocketAddress.of(socket));
			assertThat(endpoint.mayAnswer()).isTrue();
		}
		assumeNoDockerHere();
		assertThat(socket).exists();
		assertThat(endpoint.mayAnswer()).isFalse();
	}

	@Test
	void doesNotAnswerBecauseItDidOnce() throws IOException {
		assumeNoDockerHere();
		Files.writeString(this.folder.resolve(".testcontainers.properties"), "docker.client.strategy=some.Strategy");
		assertThat(new DockerEndpoint(Map.of("HOME", this.folder.toString())).mayAnswer()).isFalse();
	}

	/** The socket of the machine is looked at in any environment. */
	private static void assumeNoDockerHere() {
		assumeThat(new DockerEndpoint(Map.of()).mayAnswer()).isFalse();
	}

}
