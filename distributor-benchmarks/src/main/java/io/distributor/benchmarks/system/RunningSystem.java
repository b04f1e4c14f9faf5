package io.distributor.benchmarks.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A system that was started. For one thread.
 */
public final class RunningSystem implements AutoCloseable {

	private final List<ServerProcess> servers;

	private final List<ServerProcess> backends;

	private final @Nullable ServerProcess redis;

	private final @Nullable RedisFigures redisFigures;

	private final List<Integer> ports;

	/**
	 * Creates the system.
	 * @param servers the processes that hold connections
	 * @param backends the processes behind them
	 * @param redis the Redis, or {@code null} if there is none
	 * @param redisPort port of the Redis
	 * @param ports ports clients connect to
	 */
	RunningSystem(List<ServerProcess> servers, List<ServerProcess> backends, @Nullable ServerProcess redis,
			int redisPort, List<Integer> ports) {
		this.servers = servers;
		this.backends = backends;
		this.redis = redis;
		this.redisFigures = (redis != null) ? new RedisFigures(redisPort) : null;
		this.ports = ports;
	}

	/**
	 * Returns the ports clients connect to.
	 * @return the ports
	 */
	public List<Integer> ports() {
		return this.ports;
	}

	/**
	 * Returns whether there is a Redis.
	 * @return whether there is
	 */
	public boolean hasRedis() {
		return this.redis != null;
	}

	/**
	 * Returns what was used so far.
	 * @return the figures, with 0 for a Redis that is not there
	 */
	public Usage usage() {
		Map<String, Long> figures = (this.redisFigures != null) ? this.redisFigures.read() : Map.of();
		Duration behind = cpuTime(behind());
		return new Usage(cpuTime(this.servers).plus(behind), behind,
				figures.getOrDefault("total_commands_processed", 0L),
				figures.getOrDefault("total_net_output_bytes", 0L));
	}

	private static Duration cpuTime(List<ServerProcess> processes) {
		return processes.stream().map(ServerProcess::cpuTime).reduce(Duration.ZERO, Duration::plus);
	}

	/**
	 * Returns the resident memory of all processes, backends and Redis included.
	 * @return bytes
	 */
	public long residentBytes() {
		return Stream.concat(this.servers.stream(), behind().stream()).mapToLong(ServerProcess::residentBytes).sum();
	}

	/**
	 * Collects all garbage, and returns what is left on the heaps of servers and
	 * backends, with their direct memory.
	 * @return bytes
	 */
	public long liveBytes() {
		return Stream.concat(this.servers.stream(), this.backends.stream()).mapToLong(ServerProcess::liveBytes).sum();
	}

	private List<ServerProcess> behind() {
		List<ServerProcess> behind = new ArrayList<>(this.backends);
		if (this.redis != null) {
			behind.add(this.redis);
		}
		return behind;
	}

	/**
	 * Ends all processes, Redis last.
	 */
	@Override
	public void close() {
		this.servers.forEach(ServerProcess::close);
		behind().forEach(ServerProcess::close);
	}

}
