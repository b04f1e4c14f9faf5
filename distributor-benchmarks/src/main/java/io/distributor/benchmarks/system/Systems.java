package io.distributor.benchmarks.system;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.distributor.benchmarks.server.FleetNode;
import io.distributor.benchmarks.server.FloorServer;
import io.distributor.test.redis.FreePort;

/**
 * Starts systems. For one thread.
 */
public final class Systems {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final String LISTENS = "listens on port (\\d+)";

	private final Path peers;

	private final List<String> javaOptions;

	/** Processes of the system that is being started. */
	private final List<ServerProcess> starting = new ArrayList<>();

	/**
	 * Creates the starter.
	 * @param peers folder of the servers that are not of this project
	 * @param javaOptions options of the JVM for all systems in Java
	 */
	public Systems(Path peers, List<String> javaOptions) {
		this.peers = peers;
		this.javaOptions = javaOptions;
	}

	/**
	 * Starts a system and waits until it is ready.
	 * @param kind which one
	 * @return the system
	 * @throws RuntimeException if it does not become ready; nothing of it is left then
	 */
	public RunningSystem start(SystemKind kind) {
		this.starting.clear();
		try {
			return startAll(kind);
		}
		catch (RuntimeException ex) {
			this.starting.forEach(ServerProcess::close);
			throw ex;
		}
	}

	private RunningSystem startAll(SystemKind kind) {
		return switch (kind) {
			case DISTRIBUTOR_3 -> startFleet(3, kind.nodeOptions());
			case DISTRIBUTOR, DISTRIBUTOR_EPOLL, DISTRIBUTOR_IO_URING, DISTRIBUTOR_POOLED, DISTRIBUTOR_ONE_LOOP ->
				startFleet(1, kind.nodeOptions());
			case NODE -> startPeers((port, redis) -> List.of("node", "--expose-gc",
					this.peers.resolve("node/server.js").toString(), Integer.toString(port), Integer.toString(redis)));
			case NETTY_SOCKETIO -> startPeers((port, redis) -> java(List.of(),
					this.peers.resolve("netty-socketio/target/classes") + File.pathSeparator
							+ this.peers.resolve("netty-socketio/target/lib") + "/*",
					"io.distributor.benchmarks.peer.NettySocketIoServer", List.of("" + port, "" + redis)));
			case FLOOR -> startFloor();
		};
	}

	private RunningSystem startFleet(int count, List<String> nodeOptions) {
		int redisPort = FreePort.find();
		ServerProcess redis = startRedis(redisPort);
		List<ServerProcess> backends = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			backends.add(startNode("backend", redisPort, FleetNode.READY, nodeOptions));
		}
		List<ServerProcess> servers = new ArrayList<>();
		for (int i = 0; i < 2; i++) {
			servers.add(startNode("distributor", redisPort, LISTENS, nodeOptions));
		}
		List<Integer> ports = ports(servers);
		backends.forEach((backend) -> backend.await(PATIENCE));
		return new RunningSystem(servers, backends, redis, redisPort, ports);
	}

	private static List<Integer> ports(List<ServerProcess> servers) {
		return servers.stream().map((server) -> Integer.valueOf(server.await(PATIENCE))).toList();
	}

	private ServerProcess startNode(String role, int redisPort, String ready, List<String> nodeOptions) {
		return started(role, ready,
				java(nodeOptions, System.getProperty("java.class.path"), FleetNode.class.getName(),
						List.of("--distributor.role=" + role, "--distributor.backend.namespace=/",
								"--distributor.server.port=0", "--spring.main.banner-mode=off",
								"--distributor.server.limits.events-per-second=1000000",
								"--spring.data.redis.port=" + redisPort)));
	}

	private RunningSystem startPeers(PeerCommand command) {
		int redisPort = FreePort.find();
		ServerProcess redis = startRedis(redisPort);
		redis.await(PATIENCE);
		List<ServerProcess> servers = new ArrayList<>();
		for (int i = 0; i < 2; i++) {
			servers.add(started("peer", LISTENS, command.of(FreePort.find(), redisPort)));
		}
		return new RunningSystem(servers, List.of(), redis, redisPort, ports(servers));
	}

	private RunningSystem startFloor() {
		ServerProcess server = started("floor", LISTENS,
				java(List.of(), System.getProperty("java.class.path"), FloorServer.class.getName(), List.of()));
		return new RunningSystem(List.of(server), List.of(), null, 0, ports(List.of(server)));
	}

	private ServerProcess startRedis(int port) {
		return started("redis", "Ready to accept connections", List.of("redis-server", "--port", Integer.toString(port),
				"--bind", "127.0.0.1", "--save", "", "--appendonly", "no"));
	}

	private ServerProcess started(String name, String ready, List<String> command) {
		ServerProcess process = ServerProcess.start(name, ready, command);
		this.starting.add(process);
		return process;
	}

	private List<String> java(List<String> moreOptions, String classPath, String main, List<String> arguments) {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(this.javaOptions);
		command.addAll(moreOptions);
		command.addAll(List.of("-cp", classPath, main));
		command.addAll(arguments);
		return command;
	}

	/** How a server that is not of this project is started. */
	@FunctionalInterface
	private interface PeerCommand {

		List<String> of(int port, int redisPort);

	}

}
