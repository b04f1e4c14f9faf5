package io.distributor.benchmarks.system;

import java.time.Duration;

/**
 * What a system has used since its start.
 *
 * @param cpu CPU time of all processes
 * @param cpuBehind CPU time of the processes that hold no connections: backends and Redis
 * @param redisCommands commands that Redis has got
 * @param redisOutput bytes that Redis has sent
 */
public record Usage(Duration cpu, Duration cpuBehind, long redisCommands, long redisOutput) {

	/**
	 * Returns what was used since then.
	 * @param before what had been used
	 * @return the difference
	 */
	public Usage since(Usage before) {
		return new Usage(this.cpu.minus(before.cpu), this.cpuBehind.minus(before.cpuBehind),
				this.redisCommands - before.redisCommands, this.redisOutput - before.redisOutput);
	}

}
