package io.distributor.tests.reliability;

import java.nio.file.Path;
import java.util.List;

import io.distributor.test.redis.RedisProcess;
import io.distributor.tests.reliability.fleet.NodeProcess;
import io.distributor.tests.reliability.fleet.SentinelRedis;
import io.distributor.tests.reliability.fleet.TcpProxy;
import io.distributor.tests.reliability.verdict.Fault.Permits;
import io.distributor.tests.reliability.verdict.Recovery;
import io.distributor.tests.reliability.verdict.Report;
import io.distributor.tests.reliability.verdict.Verdict;
import io.distributor.tests.support.Program;
import io.distributor.tests.support.RequiresProgram;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The long form: about ten minutes, with the heartbeats and limits that users have. The
 * command and its results are in {@code docs/reliability.md}.
 */
@EnabledIfSystemProperty(named = "reliability", matches = "long",
		disabledReason = "takes ten minutes: -Dreliability=long")
@TestInstance(Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
class LongReliabilityIntegrationTests {

	private static final int CLIENTS = 300;

	/** Limit for events to flow again: dead after 5 s, and a second. */
	private static final long NEW_HOME_MILLIS = 6_000;

	private final Report report = new Report();

	private RedisProcess redis;

	private String name;

	@BeforeEach
	void startRedis(TestInfo test) {
		this.redis = RedisProcess.start();
		this.name = test.getTestMethod().orElseThrow().getName();
	}

	@AfterEach
	void stopRedis() {
		this.redis.close();
	}

	@AfterAll
	void writeReport() {
		this.report.write(Path.of("target", "reliability.md"));
	}

	private Run run(Path folder, int eventsPerSecond) {
		return run(folder, 2, 3, eventsPerSecond);
	}

	private Run run(Path folder, int distributors, int backends, int eventsPerSecond) {
		return new Run(this.name, folder, List.of(redisAt(this.redis.port())),
				new Run.Size(distributors, backends, CLIENTS, eventsPerSecond));
	}

	private static String redisAt(int port) {
		return "spring.data.redis.port=" + port;
	}

	private Verdict finish(Run run) {
		Verdict verdict = run.finish();
		this.report.add(verdict);
		Promises.assertKept(verdict);
		return verdict;
	}

	@Test
	void rollingRestartOfAllBackends(@TempDir Path folder) {
		try (Run run = run(folder, 2_000)) {
			run.start();
			run.goOn(5);
			for (int i = 0; i < 3; i++) {
				run.fleet().startBackend();
				run.goOn(3);
				NodeProcess old = run.fleet().backend(i);
				run.strike("SIGTERM of backend " + (i + 1), Permits.NO_LOSS, old::stop, old);
				run.goOn(3);
			}
			Verdict verdict = finish(run);
			assertThat(verdict.events().redelivered()).isZero();
			assertThat(verdict.sockets().disconnected()).isZero();
			assertThat(verdict.longestWait()).isLessThan(1_000);
		}
	}

	@Test
	void backendsKilled(@TempDir Path folder) {
		try (Run run = run(folder, 1_000)) {
			run.start();
			run.goOn(5);
			for (int i = 0; i < 2; i++) {
				NodeProcess victim = run.fleet().backend(i);
				run.strike("kill -9 of backend " + (i + 1), Permits.LOSS_OF_THE_END, victim::kill, victim);
				run.goOn(10);
				run.fleet().startBackend();
			}
			Verdict verdict = finish(run);
			assertThat(verdict.sockets().disconnected()).isZero();
			assertThat(verdict.recoveries()).extracting(Recovery::worst).allMatch((worst) -> worst < NEW_HOME_MILLIS);
		}
	}

	@Test
	void backendPausedFor20Seconds(@TempDir Path folder) {
		try (Run run = run(folder, 1_000)) {
			run.start();
			run.goOn(5);
			NodeProcess victim = run.fleet().backend(0);
			run.outage("SIGSTOP of a backend for 20 s", Permits.LOSS, () -> {
				victim.pause();
				run.goOn(20);
				victim.resume();
			}, victim);
			run.goOn(10);
			Verdict verdict = finish(run);
			assertThat(verdict.sockets().disconnected()).isZero();
			assertThat(verdict.recoveries()).extracting(Recovery::worst).allMatch((worst) -> worst < NEW_HOME_MILLIS);
		}
	}

	@Test
	void allBackendsKilledAndOneStartedAgain(@TempDir Path folder) {
		try (Run run = run(folder, 500)) {
			run.start();
			run.goOn(5);
			NodeProcess[] all = { run.fleet().backend(0), run.fleet().backend(1), run.fleet().backend(2) };
			run.strike("kill -9 of all backends, and one started", Permits.LOSS_OF_THE_END, () -> {
				for (NodeProcess backend : all) {
					backend.kill();
				}
				run.fleet().startBackend();
			}, all);
			run.goOn(10);
			Verdict verdict = finish(run);
			assertThat(verdict.sockets().disconnected()).isZero();
		}
	}

	@Test
	void distributorKilled(@TempDir Path folder) {
		try (Run run = run(folder, 1_000)) {
			run.start();
			run.goOn(5);
			NodeProcess victim = run.fleet().distributor(0);
			run.fleet().hide(victim);
			run.strike("kill -9 of a distributor", Permits.NO_LOSS, victim::kill);
			run.goOn(8);
			run.fleet().startDistributor();
			run.goOn(3);
			Verdict verdict = finish(run);
			assertThat(verdict.sockets().disconnected()).isEqualTo(CLIENTS / 2);
		}
	}

	@Test
	void distributorStopped(@TempDir Path folder) {
		try (Run run = run(folder, 1_000)) {
			run.start();
			run.goOn(5);
			NodeProcess leaving = run.fleet().distributor(0);
			run.fleet().hide(leaving);
			run.strike("SIGTERM of a distributor", Permits.NO_LOSS, leaving::stop);
			run.goOn(5);
			Verdict verdict = finish(run);
			assertThat(verdict.sockets().disconnected()).isEqualTo(CLIENTS / 2);
		}
	}

	@Test
	void redisAwayFor10Seconds(@TempDir Path folder) {
		try (Run run = run(folder, 1_000)) {
			run.start();
			run.goOn(5);
			run.outage("Redis killed, and started after 10 s", Permits.NO_LOSS, () -> {
				this.redis.kill();
				run.goOn(10);
				this.redis.startAgain();
			});
			run.goOn(10);
			Verdict verdict = finish(run);
			assertThat(verdict.events().redelivered()).isZero();
			assertThat(verdict.sockets().disconnected()).isZero();
			assertThat(verdict.recoveries()).extracting(Recovery::worst).allMatch((worst) -> worst < 2_000);
		}
	}

	@Test
	void backendCutOffFromRedis(@TempDir Path folder) {
		try (Run run = run(folder, 2, 2, 1_000); TcpProxy proxy = new TcpProxy(this.redis.port())) {
			NodeProcess victim = run.fleet().beginBackend(redisAt(proxy.port()));
			run.start();
			run.goOn(5);
			run.outage("backend without network to Redis for 1 s", Permits.NO_LOSS, () -> {
				proxy.block();
				run.goOn(1);
				proxy.open();
			});
			run.goOn(5);
			run.outage("connections of a backend to Redis cut for 10 s", Permits.LOSS, () -> {
				proxy.cut();
				run.goOn(10);
				proxy.open();
			}, victim);
			run.goOn(10);
			Verdict verdict = finish(run);
			assertThat(verdict.sockets().disconnected()).isZero();
		}
	}

	@Test
	void backendCutOffFor60Seconds(@TempDir Path folder) {
		try (Run run = run(folder, 2, 2, 500); TcpProxy proxy = new TcpProxy(this.redis.port())) {
			NodeProcess victim = run.fleet().beginBackend(redisAt(proxy.port()));
			run.start();
			run.goOn(5);
			run.outage("backend without network to Redis for 60 s", Permits.LOSS, () -> {
				proxy.block();
				run.goOn(60);
				proxy.open();
			}, victim);
			run.goOn(15);
			Verdict verdict = finish(run);
			assertThat(verdict.sockets().disconnected()).isZero();
			assertThat(verdict.recoveries()).extracting(Recovery::worst).allMatch((worst) -> worst < NEW_HOME_MILLIS);
		}
	}

	@Test
	void distributorCutOffFromRedis(@TempDir Path folder) {
		try (Run run = run(folder, 1, 3, 1_000); TcpProxy proxy = new TcpProxy(this.redis.port())) {
			run.fleet().beginDistributor(redisAt(proxy.port()));
			run.start();
			run.goOn(5);
			run.outage("distributor without network to Redis for 1 s", Permits.NO_LOSS, () -> {
				proxy.block();
				run.goOn(1);
				proxy.open();
			});
			run.goOn(5);
			run.outage("connections of a distributor to Redis cut for 10 s", Permits.NO_LOSS, () -> {
				proxy.cut();
				run.goOn(10);
				proxy.open();
			});
			run.goOn(10);
			Verdict verdict = finish(run);
			assertThat(verdict.sockets().disconnected()).isEqualTo(CLIENTS / 2);
		}
	}

	@Test
	@RequiresProgram(Program.REDIS)
	void redisFailedOverBySentinel(@TempDir Path folder) {
		try (SentinelRedis sentinel = new SentinelRedis(folder);
				Run run = new Run(this.name, folder, sentinel.settings(), new Run.Size(2, 3, CLIENTS, 1_000))) {
			run.start();
			run.goOn(5);
			run.outage("Redis master killed, Sentinel made the replica master", Permits.NO_LOSS, sentinel::failOver);
			run.goOn(10);
			Verdict verdict = finish(run);
			assertThat(verdict.events().redelivered()).isZero();
			assertThat(verdict.sockets().disconnected()).isZero();
		}
	}

}
