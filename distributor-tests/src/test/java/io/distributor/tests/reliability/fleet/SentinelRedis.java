package io.distributor.tests.reliability.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.distributor.test.redis.FreePort;
import io.distributor.tests.support.ExternalProcess;
import io.distributor.tests.support.Program;

/**
 * A Redis, its replica and three Sentinels that watch them. For one thread.
 */
public final class SentinelRedis implements AutoCloseable {

	private static final String NAME = "fleet";

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private static final Pattern READY = Pattern.compile("Ready to accept connections");

	private static final Pattern SYNCHRONIZED = Pattern
		.compile("MASTER <-> REPLICA sync: Finished with success|Master accepted a Partial");

	private static final Pattern REPLICA_KNOWN = Pattern.compile("\\+slave ");

	private static final Pattern SENTINELS_KNOWN = Pattern.compile("\\+sentinel ");

	private static final Pattern FAILED_OVER = Pattern.compile("\\+switch-master");

	private final Path folder;

	private final ExternalProcess first;

	private final ExternalProcess second;

	private final List<ExternalProcess> sentinels = new ArrayList<>();

	private final List<Integer> sentinelPorts = new ArrayList<>();

	/**
	 * Starts all of them.
	 * @param folder where they may write
	 */
	public SentinelRedis(Path folder) {
		this.folder = folder;
		int firstPort = FreePort.find();
		this.first = redis("redis-first", firstPort);
		this.first.await(READY, PATIENCE);
		this.second = redis("redis-second", FreePort.find(), "--replicaof", "127.0.0.1", Integer.toString(firstPort),
				"--repl-diskless-sync-delay", "0");
		this.second.await(SYNCHRONIZED, PATIENCE);
		for (int i = 0; i < 3; i++) {
			this.sentinels.add(sentinel("sentinel-" + i, firstPort));
		}
		this.sentinels.forEach((sentinel) -> {
			sentinel.await(REPLICA_KNOWN, PATIENCE);
			sentinel.await(SENTINELS_KNOWN, PATIENCE);
		});
	}

	private ExternalProcess redis(String name, int port, String... arguments) {
		List<String> command = new ArrayList<>(
				List.of(Program.REDIS.require().toString(), "--port", Integer.toString(port), "--bind", "127.0.0.1",
						"--save", "", "--dir", this.folder.toString(), "--dbfilename", name + ".rdb"));
		command.addAll(List.of(arguments));
		return ExternalProcess.start(name, new ProcessBuilder(command));
	}

	private ExternalProcess sentinel(String name, int redis) {
		int port = FreePort.find();
		this.sentinelPorts.add(port);
		Path configuration = this.folder.resolve(name + ".conf");
		try {
			Files.writeString(configuration, """
					port %d
					bind 127.0.0.1
					dir %s
					sentinel monitor %s 127.0.0.1 %d 2
					sentinel down-after-milliseconds %3$s 1500
					sentinel failover-timeout %3$s 10000
					""".formatted(port, this.folder, NAME, redis));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return ExternalProcess.start(name,
				new ProcessBuilder(Program.REDIS.require().toString(), configuration.toString(), "--sentinel"));
	}

	/**
	 * Returns what Spring Boot has to know.
	 * @return settings, {@code key=value}
	 */
	public List<String> settings() {
		String nodes = this.sentinelPorts.stream().map((port) -> "127.0.0.1:" + port).collect(Collectors.joining(","));
		return List.of("spring.data.redis.sentinel.master=" + NAME, "spring.data.redis.sentinel.nodes=" + nodes);
	}

	/**
	 * Kills the Redis that is the master and waits until the Sentinels made the other one
	 * the master.
	 */
	public void failOver() {
		this.first.kill();
		this.sentinels.forEach((sentinel) -> sentinel.await(FAILED_OVER, PATIENCE));
	}

	@Override
	public void close() {
		this.sentinels.forEach(ExternalProcess::kill);
		this.second.kill();
		this.first.kill();
	}

}
