package io.distributor.tests.fleet;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import io.distributor.backend.IndirectIo;
import io.distributor.backend.instance.BackendOptions;
import io.distributor.engine.ServerOptions;
import io.distributor.engine.ServerOptionsBuilder;
import io.distributor.gateway.GatewayOptions;
import io.distributor.link.LinkOptions;
import io.socket.client.IO;
import io.socket.client.Manager;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Distributors, backends and clients of one JVM, joined by a link:
 *
 * <pre>{@code
 * &#64;RegisterExtension
 * Fleet fleet = Fleet.inMemory().distributors(2).backend("/chat", (io) -> io.onEvent("ping", (event) -> "pong"));
 * }</pre>
 *
 * Everything is started before each test and stopped after it. Heartbeats are fast: a
 * node that is silent for two seconds is dead, which no node is on a busy machine. A
 * client that does not take leave of a stopping server is not waited for.
 */
public final class Fleet implements BeforeEachCallback, AfterEachCallback {

	private static final LinkOptions LINK = LinkOptions.DEFAULT.withHeartbeat(Duration.ofMillis(100),
			Duration.ofSeconds(2), Duration.ofMillis(200));

	private final LinkMedium medium;

	private final List<Runnable> starts = new ArrayList<>();

	private final List<Distributor> distributors = new ArrayList<>();

	private final List<BackendInstance> backends = new ArrayList<>();

	private final List<Client> clients = new ArrayList<>();

	private final OkHttpClient http = httpClient();

	private LinkOptions linkOptions = LINK;

	private GatewayOptions gatewayOptions = GatewayOptions.defaults();

	private final ServerOptionsBuilder serverOptions = ServerOptions.builder()
		.engine((engine) -> engine.host("127.0.0.1").port(0))
		.stopTimeout(Duration.ofMillis(500));

	private boolean forwarding;

	private Fleet(LinkMedium medium) {
		this.medium = medium;
	}

	/**
	 * Begins a fleet that needs no Redis.
	 * @return the fleet
	 */
	public static Fleet inMemory() {
		return new Fleet(new MemoryMedium());
	}

	/**
	 * Begins a fleet on a link of one's choice.
	 * @param medium carries the link; closed with the fleet
	 * @return the fleet
	 */
	public static Fleet on(LinkMedium medium) {
		return new Fleet(medium);
	}

	public Fleet gateway(UnaryOperator<GatewayOptions> change) {
		this.gatewayOptions = change.apply(this.gatewayOptions);
		return this;
	}

	public Fleet server(Consumer<ServerOptionsBuilder> change) {
		change.accept(this.serverOptions);
		return this;
	}

	public Fleet link(UnaryOperator<LinkOptions> change) {
		this.linkOptions = change.apply(this.linkOptions);
		return this;
	}

	/**
	 * Lets the distributors forward requests for each other's sessions.
	 * @return this fleet
	 */
	public Fleet forwarding() {
		this.forwarding = true;
		return this;
	}

	public Fleet distributors(int count) {
		this.starts.add(() -> {
			for (int i = 0; i < count; i++) {
				startDistributor();
			}
		});
		return this;
	}

	/**
	 * Adds a backend instance.
	 * @param namespace the namespace it owns
	 * @param handlers registers its handlers
	 * @return this fleet
	 */
	public Fleet backend(String namespace, Consumer<IndirectIo> handlers) {
		this.starts.add(() -> startBackend(namespace, handlers));
		return this;
	}

	public Distributor startDistributor() {
		Distributor distributor = new Distributor("distributor-" + this.distributors.size(), this.medium,
				this.linkOptions, this.gatewayOptions, this.serverOptions.build(), this.forwarding);
		this.distributors.add(distributor);
		return distributor;
	}

	public BackendInstance startBackend(String namespace, Consumer<IndirectIo> handlers) {
		BackendInstance backend = new BackendInstance("backend-" + this.backends.size(), this.medium, this.linkOptions,
				BackendOptions.builder(namespace).build());
		this.backends.add(backend);
		handlers.accept(backend.io());
		backend.start();
		return backend;
	}

	public Distributor distributor(int index) {
		return this.distributors.get(index);
	}

	public BackendInstance backend(int index) {
		return this.backends.get(index);
	}

	/**
	 * Makes a client that has a connection of its own and does not connect yet.
	 * @param distributor index of the distributor it connects to
	 * @param namespace the namespace it joins
	 * @param transports names of the transports it may use
	 * @return the client
	 */
	public Client client(int distributor, String namespace, String... transports) {
		return client(manager(distributor, transports), namespace, Map.of());
	}

	/**
	 * Makes a connection for clients that share it.
	 * @param distributor index of the distributor
	 * @param transports names of the transports it may use, none: both
	 * @return the connection, not open yet
	 */
	public Manager manager(int distributor, String... transports) {
		return manager(URI.create(this.distributors.get(distributor).url()), transports);
	}

	/**
	 * Makes a connection for clients that share it.
	 * @param url where to connect
	 * @param transports names of the transports it may use, none: both
	 * @return the connection, not open yet
	 */
	public Manager manager(URI url, String... transports) {
		return manager(url, this.http, transports);
	}

	/**
	 * Makes a connection for clients that share it.
	 * @param url where to connect
	 * @param http how to connect
	 * @param transports names of the transports it may use, none: both
	 * @return the connection, not open yet
	 */
	public Manager manager(URI url, OkHttpClient http, String... transports) {
		IO.Options options = IO.Options.builder().setReconnectionDelay(50).setReconnectionDelayMax(200).build();
		options.callFactory = http;
		options.webSocketFactory = http;
		if (transports.length > 0) {
			options.transports = transports;
		}
		return new Manager(url, options);
	}

	/**
	 * The default sends five requests at once to one host: five polls, and the sixth
	 * client hangs.
	 * @return a client of HTTP without that limit
	 */
	public static OkHttpClient httpClient() {
		Dispatcher dispatcher = new Dispatcher();
		dispatcher.setMaxRequests(1_000);
		dispatcher.setMaxRequestsPerHost(1_000);
		return new OkHttpClient.Builder().dispatcher(dispatcher).readTimeout(Duration.ofMinutes(1)).build();
	}

	/**
	 * Makes a client on a connection.
	 * @param manager the connection
	 * @param namespace the namespace it joins
	 * @param auth what it sends as auth
	 * @return the client, not connected yet
	 */
	public Client client(Manager manager, String namespace, Map<String, String> auth) {
		Client client = new Client(manager.socket(namespace, IO.Options.builder().setAuth(auth).build()));
		this.clients.add(client);
		return client;
	}

	@Override
	public void beforeEach(ExtensionContext context) {
		start();
	}

	@Override
	public void afterEach(ExtensionContext context) {
		stop();
	}

	/**
	 * Starts what was asked for, where no test does it.
	 * @return this fleet
	 */
	public Fleet start() {
		this.starts.forEach(Runnable::run);
		return this;
	}

	/**
	 * Stops everything.
	 */
	public void stop() {
		this.clients.forEach(Client::close);
		this.distributors.forEach(Distributor::stop);
		this.backends.forEach(BackendInstance::stop);
		this.medium.close();
	}

}
