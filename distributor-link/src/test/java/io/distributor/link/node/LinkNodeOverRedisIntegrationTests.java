package io.distributor.link.node;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

import io.distributor.link.LinkOptions;
import io.distributor.link.message.RequestDone;
import io.distributor.link.presence.NodeRole;
import io.distributor.link.redis.ApplicationConnections;
import io.distributor.link.redis.RedisLinkOptions;
import io.distributor.link.redis.RedisLinkPort;
import io.distributor.test.redis.RedisProcess;
import io.distributor.test.redis.TestRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class LinkNodeOverRedisIntegrationTests {

	private final LinkOptions options = LinkOptions.DEFAULT.withPrefix(TestRedis.newPrefix())
		.withHeartbeat(Duration.ofMillis(200), Duration.ofSeconds(5), Duration.ofMillis(200));

	private final RecordingListener heardByDistributor = new RecordingListener();

	private final RecordingListener heardByBackend = new RecordingListener();

	private final RedisProcess ownRedis = RedisProcess.stopped();

	private LettuceConnectionFactory factory;

	private LinkNode distributor;

	private LinkNode backend;

	private void openLinks(TestRedis redis) {
		this.factory = ApplicationConnections.to(redis);
		this.distributor = open(NodeRole.DISTRIBUTOR, "edge", this.heardByDistributor);
		this.backend = open(NodeRole.BACKEND, "chat", this.heardByBackend);
		this.backend.announce(Set.of("/chat"), false);
		this.distributor.listen("/chat");
		await().until(() -> {
			this.backend.broadcast("/chat", Map.of(), new RequestDone(0, 0));
			return !this.heardByDistributor.messages.isEmpty();
		});
		await().until(() -> this.backend.statistics().queueBytes() == 0 && this.backend.statistics().logBytes() == 0);
		this.heardByDistributor.messages.clear();
	}

	@AfterEach
	void closeLinks() {
		this.distributor.close();
		this.backend.close();
		this.factory.destroy();
		this.ownRedis.close();
	}

	@Test
	void losesNothingWhenRedisIsAwayForASecondUnderLoad() {
		this.ownRedis.startAgain();
		openLinks(this.ownRedis);
		long number = 0;
		for (int round = 0; round < 300; round++) {
			if (round == 100) {
				this.ownRedis.kill();
			}
			if (round == 200) {
				this.ownRedis.startAgain();
			}
			for (int i = 0; i < 50; i++) {
				number++;
				this.distributor.send(this.backend.id(), Map.of(), new RequestDone(number, 0));
				if (number % 2 == 0) {
					this.backend.broadcast("/chat", Map.of(), new RequestDone(number, 0));
				}
				else {
					this.backend.send(this.distributor.id(), Map.of(), new RequestDone(number, 0));
				}
			}
			pause();
		}
		List<Long> expected = LongStream.rangeClosed(1, number).boxed().toList();
		await().atMost(Duration.ofSeconds(30))
			.until(() -> this.heardByBackend.messages.size() >= expected.size()
					&& this.heardByDistributor.messages.size() >= expected.size());
		assertThat(numbers(this.heardByBackend)).isEqualTo(expected);
		assertThat(numbers(this.heardByDistributor)).isEqualTo(expected);
		assertThat(this.backend.statistics().outages()).isEqualTo(1);
		assertThat(this.backend.statistics().lastOutage()).isBetween(Duration.ofMillis(500), Duration.ofSeconds(20));
		assertThat(this.backend.statistics().resent()).isPositive();
		assertThat(this.heardByDistributor.events).doesNotContain("gone chat SILENCE");
		await().until(() -> this.backend.statistics().logBytes() == 0);
	}

	@Test
	void packsManyMessagesIntoOneFrameUnderLoad() {
		openLinks(TestRedis.shared());
		for (int i = 1; i <= 100_000; i++) {
			while (this.backend.statistics().logBytes() > 8_000_000) {
				pause();
			}
			this.backend.broadcast("/chat", Map.of(), new RequestDone(i, 0));
		}
		await().atMost(Duration.ofSeconds(30)).until(() -> this.heardByDistributor.messages.size() >= 100_000);
		assertThat(numbers(this.heardByDistributor)).isEqualTo(LongStream.rangeClosed(1, 100_000).boxed().toList());
		assertThat(this.backend.statistics().framesOut()).isLessThan(50_000);
	}

	private static void pause() {
		await().pollDelay(Duration.ofMillis(10)).until(() -> true);
	}

	private LinkNode open(NodeRole role, String name, RecordingListener listener) {
		LinkNode link = new LinkNode(role, name, this.options,
				RedisLinkPort.create(this.factory, RedisLinkOptions.DEFAULT));
		link.open(listener);
		return link;
	}

	private static List<Long> numbers(RecordingListener listener) {
		return List.copyOf(listener.messages).stream().map((message) -> ((RequestDone) message).requestId()).toList();
	}

}
