package io.distributor.backend.instance;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.distributor.backend.Socket;
import io.distributor.backend.namespace.SocketSlots;
import io.distributor.link.message.AcceptSocket;
import io.distributor.link.message.EventAnswer;
import io.distributor.link.message.EventsHandled;
import io.distributor.link.message.Payload;
import io.distributor.link.message.RefuseSocket;
import io.distributor.link.message.SocketDisconnect;
import io.distributor.link.message.SocketEvent;
import io.distributor.link.message.SocketReleased;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

import static io.distributor.backend.instance.BackendExtension.CHAT;
import static io.distributor.backend.instance.ScriptedDistributor.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class AdoptionTests {

	@RegisterExtension
	private final BackendExtension fleet = new BackendExtension((options) -> options.maxSockets(1));

	private final List<String> log = new CopyOnWriteArrayList<>();

	@Test
	void takesASocketThatIsConnectedAlready() {
		this.fleet.chat().use((socket) -> this.log.add("step"));
		this.fleet.chat().onAdopt((socket) -> this.log.add("adopt " + socket.isConnected()));
		this.fleet.chat()
			.on("connection", (socket) -> socket.on("e",
					(event) -> this.log.add("event " + event.arguments().get(0, int.class))));
		this.fleet.chat()
			.on("connection", (socket) -> this.log.add("connection " + socket.recovered() + " " + socket.rooms()));
		ScriptedDistributor distributor = this.fleet.start();
		distributor.adopt(CHAT, "a", 3, List.of("lobby", "a"), "{\"name\":\"Ada\"}");
		event(distributor, 17, false, "[\"e\",17]");
		distributor.await(EventsHandled.class, new EventsHandled(CHAT, "a", 3, 17)::equals);
		assertThat(this.log).containsExactly("adopt true", "connection true [a, lobby]", "event 17");
		assertThat(distributor.received(AcceptSocket.class)).isEmpty();
		Socket socket = this.fleet.chat().socket("a").orElseThrow();
		assertThat(socket.handshake().auth(ConnectTests.Auth.class)).isEqualTo(new ConnectTests.Auth("t"));
		assertThat(socket.handshake().address()).isEqualTo("192.0.2.1");
		assertThat(socket.data().get("name", String.class)).isEqualTo("Ada");
		assertThat(this.fleet.backend.statistics().socketsAdopted()).isEqualTo(1);
		assertThat(this.fleet.backend.statistics().socketsAccepted()).isZero();
	}

	@Test
	void doesNotTakeASocketThatJustConnectsForAdopted() {
		this.fleet.chat().onAdopt((socket) -> this.log.add("adopt"));
		this.fleet.chat().on("connection", (socket) -> this.log.add("connection " + socket.recovered()));
		this.fleet.startWith("a");
		await().untilAsserted(() -> assertThat(this.log).containsExactly("connection false"));
	}

	@Test
	void keepsASocketWhoseAdoptListenerFails() {
		this.fleet.chat().onAdopt((socket) -> {
			throw new IllegalStateException("broken");
		});
		this.fleet.chat().onAdopt((socket) -> this.log.add("next"));
		this.fleet.chat().onEvent("e", (event) -> "fine");
		ScriptedDistributor distributor = this.fleet.start();
		distributor.adopt(CHAT, "a", 3, List.of("a"), null);
		event(distributor, 1, false, "[\"e\"]");
		assertThat(json(distributor.await(EventAnswer.class).payload())).isEqualTo("[\"fine\"]");
		assertThat(this.log).containsExactly("next");
	}

	@Test
	void saysItsAdoptionNumberAndMarksRedeliveredEvents() {
		this.fleet.chat().onEvent("e", (event) -> event.isRedelivered());
		ScriptedDistributor distributor = this.fleet.start();
		distributor.adopt(CHAT, "a", 3, List.of("a"), null);
		event(distributor, 4, true, "[\"e\"]");
		EventAnswer answer = distributor.await(EventAnswer.class);
		assertThat(answer.adoption()).isEqualTo(3);
		assertThat(json(answer.payload())).isEqualTo("[true]");
		distributor.await(EventsHandled.class, new EventsHandled(CHAT, "a", 3, 4)::equals);
	}

	@Test
	void disconnectsAnAdoptedSocketOnce() {
		this.fleet.chat().onDisconnect((socket, reason) -> this.log.add(socket.id() + " " + reason.text()));
		ScriptedDistributor distributor = this.fleet.start();
		distributor.adopt(CHAT, "a", 3, List.of("a"), null);
		distributor.send(new SocketDisconnect(CHAT, "a", 3, 8, "transport close", null));
		distributor.await(EventsHandled.class, new EventsHandled(CHAT, "a", 3, 8)::equals);
		assertThat(this.log).containsExactly("a transport close");
		await().until(() -> this.fleet.backend.statistics().sockets() == 0);
	}

	@Test
	void adoptsBeyondTheLimitOfNewSockets() {
		Logger logger = (Logger) LoggerFactory.getLogger(SocketSlots.class);
		ListAppender<ILoggingEvent> logged = new ListAppender<>();
		logged.start();
		logger.addAppender(logged);
		ScriptedDistributor distributor = this.fleet.startWith("a");
		distributor.adopt(CHAT, "b", 2, List.of("b"), null);
		distributor.adopt(CHAT, "c", 2, List.of("c"), null);
		distributor.connect(CHAT, "d");
		assertThat(distributor.await(RefuseSocket.class).socketId()).isEqualTo("d");
		logger.detachAppender(logged);
		assertThat(this.fleet.chat().sockets()).hasSize(3);
		assertThat(logged.list).extracting(ILoggingEvent::getFormattedMessage)
			.filteredOn((line) -> line.contains("adopts"))
			.containsExactly("This instance adopts more than 1 sockets: start another or raise the limit");
	}

	@Test
	void adoptsASocketAgainThatWasReleased() {
		this.fleet.chat().onEvent("e", (event) -> event.arguments().get(0, int.class));
		ScriptedDistributor distributor = this.fleet.startWith("a");
		distributor.release(CHAT, "a", 1);
		distributor.await(SocketReleased.class);
		distributor.adopt(CHAT, "a", 3, List.of("a"), null);
		event(distributor, 1, false, "[\"e\",5]");
		assertThat(json(distributor.await(EventAnswer.class).payload())).isEqualTo("[5]");
	}

	@Test
	void givesBackWhatComesWhenItIsLeaving() throws Exception {
		CountDownLatch go = new CountDownLatch(1);
		this.fleet.chat().onEvent("e", (event) -> go.await(5, TimeUnit.SECONDS));
		ScriptedDistributor distributor = this.fleet.startWith("a");
		distributor.event(CHAT, "a", 1, Payload.NO_ACK, "[\"e\"]");
		this.fleet.backend.drain();
		distributor.connect(CHAT, "b");
		distributor.adopt(CHAT, "c", 2, List.of("c"), null);
		distributor.await(SocketReleased.class, new SocketReleased(CHAT, "b", 1, 0)::equals);
		distributor.await(SocketReleased.class, new SocketReleased(CHAT, "c", 2, 0, false)::equals);
		go.countDown();
		distributor.await(SocketReleased.class, new SocketReleased(CHAT, "a", 1, 1)::equals);
	}

	private static void event(ScriptedDistributor distributor, long number, boolean redelivered, String json) {
		distributor.send(new SocketEvent(CHAT, "a", 3, number, number, redelivered,
				new Payload(ScriptedDistributor.bytes(json), List.of())));
	}

}
