package io.distributor.benchmarks.driver;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.distributor.engine.ServerOptions;
import io.distributor.engine.SocketIoServer;
import io.distributor.engine.namespace.ClientSocket;
import io.distributor.engine.namespace.ConnectRequest;
import io.distributor.engine.namespace.OutboundPacket;
import io.distributor.engine.namespace.RoomSelector;
import io.distributor.engine.namespace.SocketHandler;
import io.distributor.engine.protocol.socketio.PacketArguments;
import io.distributor.engine.session.CloseReason;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * The load driver with a server of this project.
 */
class DriverTests {

	private static final int CLIENTS = 20;

	private final SocketIoServer server = SocketIoServer
		.create(ServerOptions.builder().engine((engine) -> engine.port(0).host("127.0.0.1")).build(), this::onConnect);

	private final Driver driver = new Driver();

	private volatile boolean refusing;

	private final Set<Client> reached = ConcurrentHashMap.newKeySet();

	@BeforeEach
	void start() {
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.driver.close();
		this.server.stop();
	}

	private SocketHandler onConnect(ConnectRequest request) {
		ClientSocket socket = request.socket();
		socket.executor().execute(() -> {
			if (this.refusing) {
				request.refuse("Full", null);
			}
			else {
				request.accept();
			}
		});
		return new Echo(socket);
	}

	@ParameterizedTest
	@EnumSource
	void getsAnswers(Transport transport) {
		List<Client> clients = connect(transport);
		this.driver.call(() -> {
			clients.forEach((client) -> {
				client.send("427[\"echo\",\"text\"]");
				client.flush();
			});
			return true;
		});
		await().untilAsserted(() -> assertThat(this.reached).containsExactlyInAnyOrderElementsOf(clients));
	}

	@ParameterizedTest
	@EnumSource
	void getsAnswersWithAttachments(Transport transport) {
		List<Client> clients = connect(transport);
		this.driver.call(() -> {
			clients.forEach((client) -> {
				client.send("451-7[\"echo\",{\"_placeholder\":true,\"num\":0}]", new byte[1_000]);
				client.flush();
			});
			return true;
		});
		await().untilAsserted(() -> assertThat(this.reached).containsExactlyInAnyOrderElementsOf(clients));
	}

	@ParameterizedTest
	@EnumSource
	void getsBroadcasts(Transport transport) {
		List<Client> clients = connect(transport);
		PacketArguments news = new PacketArguments("[\"news\",1]".getBytes(), List.of());
		this.server.namespace("/")
			.broadcast(RoomSelector.ALL, OutboundPacket.event("/", SocketHandler.NO_ACK, news, false));
		await().untilAsserted(() -> assertThat(this.reached).containsExactlyInAnyOrderElementsOf(clients));
	}

	@ParameterizedTest
	@EnumSource
	void failsWhenAClientIsRefused(Transport transport) {
		this.refusing = true;
		assertThatIllegalStateException()
			.isThrownBy(() -> this.driver.connect(List.of(this.server.port()), CLIENTS, transport))
			.withMessageStartingWith("A client failed: ")
			.withMessageContaining("4{\"message\":\"Full\"}");
	}

	@ParameterizedTest
	@EnumSource
	void failsWhenAClientIsDisconnected(Transport transport) {
		connect(transport);
		this.driver.requireNoFailure();
		this.server.stop();
		await().untilAsserted(() -> assertThatIllegalStateException().isThrownBy(() -> this.driver.call(() -> true))
			.withMessageStartingWith("A client failed: "));
		assertThatIllegalStateException().isThrownBy(this.driver::requireNoFailure);
	}

	@ParameterizedTest
	@EnumSource
	void failsWhenNobodyListens(Transport transport) {
		int port = this.server.port();
		this.server.stop();
		assertThatIllegalStateException().isThrownBy(() -> this.driver.connect(List.of(port), CLIENTS, transport))
			.withMessage("A client failed: no connection to port " + port);
	}

	private List<Client> connect(Transport transport) {
		List<Client> clients = this.driver.connect(List.of(this.server.port()), CLIENTS, transport);
		assertThat(clients).hasSize(CLIENTS).allMatch(Client::isConnected);
		this.driver.listen(new ClientEvents() {

			@Override
			public void onAnswer(Client client, int ackId) {
				assertThat(ackId).isEqualTo(7);
				DriverTests.this.reached.add(client);
			}

			@Override
			public void onEvent(Client client, ByteBuf arguments) {
				assertThat(arguments.toString(StandardCharsets.UTF_8)).isEqualTo("[\"news\",1]");
				DriverTests.this.reached.add(client);
			}

		});
		return clients;
	}

	/** Answers with what came. */
	private record Echo(ClientSocket socket) implements SocketHandler {

		@Override
		public void onEvent(PacketArguments arguments, long ackId) {
			this.socket.send(OutboundPacket.ack(this.socket.namespace(), ackId, arguments));
		}

		@Override
		public void onAck(long ackId, PacketArguments arguments) {
		}

		@Override
		public void onDisconnect(CloseReason reason, @Nullable String description) {
		}

	}

}
