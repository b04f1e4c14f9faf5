package io.distributor.tests.reliability.fleet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import io.distributor.tests.reliability.journal.Journal;
import io.distributor.tests.reliability.load.Distributors;

/**
 * The processes of distributors and backends, on one Redis. For one thread; only the
 * ports may be asked for by others.
 */
public final class ProcessFleet implements Distributors, AutoCloseable {

	private final Path folder;

	private final List<String> settings;

	private final List<NodeProcess> distributors = new ArrayList<>();

	private final List<NodeProcess> backends = new ArrayList<>();

	private final List<Integer> ports = new CopyOnWriteArrayList<>();

	/**
	 * Creates an empty fleet.
	 * @param folder where journals go
	 * @param settings settings of all processes, {@code key=value}
	 */
	public ProcessFleet(Path folder, List<String> settings) {
		this.folder = folder;
		this.settings = settings;
	}

	/**
	 * Starts the first processes at the same time and waits for all there are.
	 * @param distributors number of distributors
	 * @param backends number of backends
	 */
	public void start(int distributors, int backends) {
		for (int i = 0; i < distributors; i++) {
			beginDistributor();
		}
		for (int i = 0; i < backends; i++) {
			beginBackend();
		}
		this.backends.forEach(NodeProcess::awaitReady);
		this.distributors.forEach((distributor) -> this.ports.add(distributor.awaitReady().port()));
	}

	/**
	 * Starts one more distributor before the first ones.
	 * @param settings settings that differ from those of the fleet
	 * @return the distributor, not ready yet
	 */
	public NodeProcess beginDistributor(String... settings) {
		NodeProcess distributor = begin("distributor-" + this.distributors.size(), "distributor",
				List.of("distributor.server.port=0", "distributor.server.address=127.0.0.1"), settings);
		this.distributors.add(distributor);
		return distributor;
	}

	/**
	 * Starts one more backend before the first ones.
	 * @param settings settings that differ from those of the fleet
	 * @return the backend, not ready yet
	 */
	public NodeProcess beginBackend(String... settings) {
		NodeProcess backend = begin("backend-" + this.backends.size(), "backend",
				List.of("distributor.backend.namespace=/load"), settings);
		this.backends.add(backend);
		return backend;
	}

	private NodeProcess begin(String name, String role, List<String> ofRole, String... ofNode) {
		Map<String, String> settings = new LinkedHashMap<>();
		Stream.of(this.settings, ofRole, List.of(ofNode))
			.flatMap(List::stream)
			.map((setting) -> setting.split("=", 2))
			.forEach((setting) -> settings.put(setting[0], setting[1]));
		return NodeProcess.start(name, role, this.folder, settings);
	}

	/**
	 * Starts one more distributor; clients that connect from now on may find it.
	 * @param settings settings that differ from those of the fleet
	 * @return the distributor, listening
	 */
	public NodeProcess startDistributor(String... settings) {
		NodeProcess distributor = beginDistributor(settings).awaitReady();
		this.ports.add(distributor.port());
		return distributor;
	}

	/**
	 * Starts one more backend.
	 * @param settings settings that differ from those of the fleet
	 * @return the backend, ready
	 */
	public NodeProcess startBackend(String... settings) {
		return beginBackend(settings).awaitReady();
	}

	public NodeProcess distributor(int index) {
		return this.distributors.get(index);
	}

	public NodeProcess backend(int index) {
		return this.backends.get(index);
	}

	/**
	 * Takes a distributor out of those that clients connect to.
	 * @param distributor the distributor
	 */
	public void hide(NodeProcess distributor) {
		this.ports.remove((Integer) distributor.port());
	}

	@Override
	public int port(int attempt) {
		return this.ports.get(Math.floorMod(attempt, this.ports.size()));
	}

	/**
	 * Returns what the backends did.
	 * @return the journals of all backends there ever were
	 */
	public List<Journal> journals() {
		return this.backends.stream().map(NodeProcess::journal).toList();
	}

	/**
	 * Returns what all processes have written.
	 * @return the last lines of each
	 */
	public String output() {
		StringBuilder output = new StringBuilder();
		for (List<NodeProcess> processes : List.of(this.distributors, this.backends)) {
			processes.forEach((process) -> output.append("=== %s%n%s%n".formatted(process.name(), process.output())));
		}
		return output.toString();
	}

	@Override
	public void close() {
		this.backends.forEach(NodeProcess::close);
		this.distributors.forEach(NodeProcess::close);
	}

}
