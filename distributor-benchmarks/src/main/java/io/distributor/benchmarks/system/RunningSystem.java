package io.distributor.benchmarks.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A system that was started. For one thread.
 */
public final class RunningSystem implements AutoCloseable {

	private final List<ServerProcess> servers;

	private final List<ServerProcess> others;

	private final List<Integer> ports;

	RunningSystem(List<ServerProcess> servers, List<ServerProcess> others, List<Integer> ports) {
		this.servers = servers;
		this.others = others;
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
	 * Returns the CPU time that all processes have taken so far, Redis and backends
	 * included.
	 * @return the CPU time
	 */
	public Duration cpuTime() {
		return all().stream().map(ServerProcess::cpuTime).reduce(Duration.ZERO, Duration::plus);
	}

	/**
	 * Returns the resident memory of the processes that hold connections.
	 * @return bytes
	 */
	public long residentBytes() {
		return this.servers.stream().mapToLong(ServerProcess::residentBytes).sum();
	}

	private List<ServerProcess> all() {
		List<ServerProcess> all = new ArrayList<>(this.servers);
		all.addAll(this.others);
		return all;
	}

	/**
	 * Ends all processes, Redis last.
	 */
	@Override
	public void close() {
		this.servers.forEach(ServerProcess::close);
		List<ServerProcess> reversed = new ArrayList<>(this.others);
		Collections.reverse(reversed);
		reversed.forEach(ServerProcess::close);
	}

}
