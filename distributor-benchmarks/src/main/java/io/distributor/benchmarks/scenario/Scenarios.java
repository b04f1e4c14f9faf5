package io.distributor.benchmarks.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.distributor.benchmarks.system.SystemKind;

/**
 * All scenarios, in the order of the report.
 */
public final class Scenarios {

	private static final Set<String> FOR_VARIANTS = Set.of("broadcast-100", "rooms-1000", "request-1", "request-10",
			"request-paced");

	private Scenarios() {
	}

	/**
	 * Returns whether a scenario shows what the variants of a system differ in; they need
	 * not run all of them.
	 * @param scenario the scenario
	 * @return whether it does
	 */
	public static boolean showsVariants(Scenario scenario) {
		return FOR_VARIANTS.contains(scenario.label().name());
	}

	/**
	 * Returns what warms a system up before it is measured: as much as possible of all
	 * that the scenarios do.
	 * @param system the system
	 * @return scenarios
	 */
	public static List<Scenario> preparation(SystemKind system) {
		Clients clients = Clients.webSockets(1_000);
		List<Scenario> all = List.of(
				new Requests(new Label("prepare-request", "requests"), Clients.webSockets(200), 10, 0, 0),
				new Broadcast(new Label("prepare-rooms", "emits to rooms"), clients, 100, 0),
				broadcast("prepare-broadcast", "broadcasts", clients, 0),
				new Requests(new Label("prepare-bytes", "requests with binary"), Clients.webSockets(20), 1, 0, 65_536),
				new Requests(new Label("prepare-polling", "requests by polling"), Clients.polling(200), 1, 0, 0),
				new Connects(new Label("prepare-connects", "connects"), clients, Duration.ofMillis(200)));
		return all.stream().filter((scenario) -> scenario.suits(system)).toList();
	}

	/**
	 * Returns all scenarios.
	 * @return the scenarios
	 */
	public static List<Scenario> all() {
		return Stream.of(broadcasts(), rooms(), requests(), binary(), polling(), connects())
			.flatMap(List::stream)
			.toList();
	}

	private static List<Scenario> broadcasts() {
		Clients clients = Clients.webSockets(1_000);
		return List.of(broadcast("broadcast-20", "broadcast to 1 000 clients, 20/s", clients, 20),
				broadcast("broadcast-100", "broadcast to 1 000 clients, 100/s", clients, 100),
				broadcast("broadcast-max", "broadcast to 1 000 clients, as many as possible", clients, 0),
				broadcast("broadcast-few", "broadcast to 10 clients, 100/s", Clients.webSockets(10), 100),
				broadcast("broadcast-one", "broadcast to 1 000 clients of one server, none at the other, 100/s",
						Clients.onOneServer(1_000), 100));
	}

	private static Scenario broadcast(String name, String title, Clients clients, int perSecond) {
		return new Broadcast(new Label(name, title), clients, 0, perSecond);
	}

	private static List<Scenario> rooms() {
		Clients clients = Clients.webSockets(1_000);
		return List.of(
				new Broadcast(new Label("rooms-1000", "emit to one of 100 rooms of 10, 1 000/s"), clients, 100, 1_000),
				new Broadcast(new Label("rooms-max", "emit to one of 100 rooms of 10, as many as possible"), clients,
						100, 0));
	}

	private static List<Scenario> requests() {
		Clients clients = Clients.webSockets(200);
		return List.of(
				new Requests(new Label("request-1", "request and answer, 200 clients, 1 under way each"), clients, 1, 0,
						0),
				new Requests(new Label("request-10", "request and answer, 200 clients, 10 under way each"), clients, 10,
						0, 0),
				new Requests(new Label("request-paced", "request and answer, 200 clients, 1 000/s"), clients, 10, 1_000,
						0));
	}

	private static List<Scenario> binary() {
		return List.of(
				new Requests(new Label("bytes-1k", "request and answer, 1 KB of binary, 200 clients, 1 under way"),
						Clients.webSockets(200), 1, 0, 1_024),
				new Requests(new Label("bytes-64k", "request and answer, 64 KB of binary, 20 clients, 1 under way"),
						Clients.webSockets(20), 1, 0, 65_536));
	}

	private static List<Scenario> polling() {
		return List.of(
				broadcast("polling-broadcast", "broadcast to 1 000 polling clients, 20/s", Clients.polling(1_000), 20),
				new Requests(new Label("polling-request", "request and answer, 200 polling clients, 1 under way each"),
						Clients.polling(200), 1, 0, 0));
	}

	private static List<Scenario> connects() {
		return List.of(
				new Connects(new Label("connects", "5 000 clients connect"), Clients.webSockets(5_000),
						Duration.ofSeconds(2)),
				new Idle(new Label("idle", "15 000 clients connect to fresh processes and stay"),
						Clients.webSockets(15_000)));
	}

}
