package io.distributor.test.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Tests for {@link RedisSearch}.
 */
class RedisSearchTests {

	private static final TestRedis FIRST = new FoundRedis(URI.create("redis://first:1"), "test");

	private static final TestRedis SECOND = new FoundRedis(URI.create("redis://second:2"), "test");

	private final List<String> asked = new ArrayList<>();

	@Test
	void takesTheFirstKindAndDoesNotAskForTheOthers() {
		assertThat(search(found("a", FIRST), found("b", SECOND)).find()).isSameAs(FIRST);
		assertThat(this.asked).containsExactly("a");
	}

	@Test
	void takesTheNextKindWhereOneIsNotToBeHad() {
		assertThat(search(missing("a"), missing("b"), found("c", SECOND)).find()).isSameAs(SECOND);
		assertThat(this.asked).containsExactly("a", "b", "c");
	}

	@Test
	void saysWhyThereIsNoneAndWhatToDo() {
		assertThatIllegalStateException().isThrownBy(search(missing("a"), missing("b"))::find)
			.withMessage("No Redis for tests: no a; no b (expected: one of these)."
					+ " Start Docker, install redis-server or set DISTRIBUTOR_TEST_REDIS_URL");
	}

	@Test
	void doesNotHideAKindThatIsThereAndDoesNotWork() {
		RedisSource broken = () -> {
			throw new IllegalStateException("broken");
		};
		assertThatIllegalStateException().isThrownBy(search(missing("a"), broken, found("c", FIRST))::find)
			.withMessage("broken");
		assertThat(this.asked).containsExactly("a");
	}

	@Test
	void prefersTheRedisOfTheEnvironment() throws IOException {
		try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			String url = "redis://127.0.0.1:" + server.getLocalPort();
			Map<String, String> environment = Map.of("DISTRIBUTOR_TEST_REDIS_URL", url, "DOCKER_HOST",
					"tcp://127.0.0.1:1");
			assertThat(RedisSearch.in(environment, List.of()).find().url()).hasToString(url);
		}
	}

	@Test
	void doesNotBringTheBundledOneWhereARedisIsRequired() {
		assumeThat(new DockerEndpoint(Map.of()).mayAnswer()).isFalse();
		assertThatIllegalStateException().isThrownBy(RedisSearch.in(Map.of(), List.of("node", "redis"))::find)
			.withMessageStartingWith("No Redis for tests: DISTRIBUTOR_TEST_REDIS_URL is not set;"
					+ " Docker does not answer; redis-server is not on the PATH; a Redis is required");
	}

	private static RedisSearch search(RedisSource... sources) {
		return new RedisSearch(List.of(sources));
	}

	private RedisSource found(String name, TestRedis redis) {
		return () -> {
			this.asked.add(name);
			return redis;
		};
	}

	private RedisSource missing(String name) {
		return () -> {
			this.asked.add(name);
			throw new RedisUnavailableException("no " + name);
		};
	}

}
