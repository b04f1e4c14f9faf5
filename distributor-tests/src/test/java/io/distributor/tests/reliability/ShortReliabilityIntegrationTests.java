package io.distributor.tests.reliability;

import java.nio.file.Path;
import java.util.List;

import io.distributor.test.redis.RedisProcess;
import io.distributor.tests.reliability.fleet.NodeProcess;
import io.distributor.tests.reliability.verdict.Fault.Permits;
import io.distributor.tests.reliability.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The short form: what is longer and harder is in the long one.
 */
class ShortReliabilityIntegrationTests {

	@Test
	void losesNothingWhenBackendsStopAndDieAndRedisStartsAgain(@TempDir Path folder) {
		try (RedisProcess redis = RedisProcess.start();
				Run run = new Run("short form", folder, List.of("spring.data.redis.port=" + redis.port()),
						new Run.Size(2, 3, 100, 500))) {
			run.start();
			run.goOn(1);
			NodeProcess stopped = run.fleet().backend(0);
			run.strike("SIGTERM of a backend", Permits.NO_LOSS, stopped::stop, stopped);
			run.goOn(1);
			run.outage("Redis killed and started", Permits.NO_LOSS, () -> {
				redis.kill();
				redis.startAgain();
			});
			run.goOn(3);
			NodeProcess killed = run.fleet().backend(1);
			run.strike("kill -9 of a backend", Permits.LOSS_OF_THE_END, killed::kill, killed);
			run.goOn(6);
			Verdict verdict = run.finish();
			Promises.assertKept(verdict);
			assertThat(verdict.sockets().disconnected()).isZero();
			assertThat(verdict.recoveries()).allSatisfy((recovery) -> assertThat(recovery.millis()).isNotEmpty());
		}
	}

}
