package io.distributor.benchmarks.scenario;

import java.util.List;

/**
 * All scenarios, in the order of the report.
 */
public final class Scenarios {

	private Scenarios() {
	}

	/**
	 * Returns what warms a system up before it is measured: as much as possible of all
	 * that the scenarios do.
	 * @return scenarios
	 */
	public static List<Scenario> preparation() {
		return List.of(new Requests("prepare-request", "requests", 200, 10, 0, 0),
				new Broadcast("prepare-rooms", "emits to rooms", 1_000, 100, 0),
				new Broadcast("prepare-broadcast", "broadcasts", 1_000, 0, 0));
	}

	/**
	 * Returns all scenarios.
	 * @return the scenarios
	 */
	public static List<Scenario> all() {
		return List.of(new Broadcast("broadcast-20", "broadcast to 1 000 clients, 20/s", 1_000, 0, 20),
				new Broadcast("broadcast-100", "broadcast to 1 000 clients, 100/s", 1_000, 0, 100),
				new Broadcast("broadcast-max", "broadcast to 1 000 clients, as many as possible", 1_000, 0, 0),
				new Broadcast("rooms-1000", "emit to one of 100 rooms of 10, 1 000/s", 1_000, 100, 1_000),
				new Broadcast("rooms-max", "emit to one of 100 rooms of 10, as many as possible", 1_000, 100, 0),
				new Requests("request-1", "request and answer, 200 clients, 1 under way each", 200, 1, 0, 0),
				new Requests("request-10", "request and answer, 200 clients, 10 under way each", 200, 10, 0, 0),
				new Requests("request-paced", "request and answer, 200 clients, 1 000/s", 200, 10, 1_000, 0),
				new Requests("bytes-1k", "request and answer, 1 KB of binary, 200 clients, 1 under way", 200, 1, 0,
						1_024),
				new Requests("bytes-64k", "request and answer, 64 KB of binary, 20 clients, 1 under way", 20, 1, 0,
						65_536),
				new Connects("connects", "5 000 clients connect", 5_000, false),
				new Connects("idle", "15 000 clients connect to fresh processes and stay", 15_000, true));
	}

}
