package io.distributor.backend.instance;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.distributor.backend.IndirectIo;
import io.distributor.backend.statistics.EmitObserver;
import io.distributor.backend.statistics.HandlerObserver;
import io.distributor.backend.statistics.SelectionObserver;
import io.distributor.backend.tracing.EventTracing;
import io.distributor.link.memory.MemoryLinkHub;
import io.distributor.link.message.BackendMessage;
import io.distributor.link.message.DisconnectSockets;
import io.distributor.link.message.EmitToRooms;
import io.distributor.link.message.JoinRooms;
import io.distributor.link.message.LeaveRooms;
import io.distributor.link.message.Selection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static io.distributor.backend.instance.BackendExtension.CHAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SelectionObserverTests {

	private static final Selection SELECTED = new Selection(Set.of("a"), Set.of("b"));

	private final MemoryLinkHub hub = new MemoryLinkHub();

	private final ExecutorService executor = Executors.newCachedThreadPool();

	private final List<BackendMessage> heard = new CopyOnWriteArrayList<>();

	private final Backend backend = new Backend(BackendOptions.builder(CHAT).build(), JsonMapper.shared(),
			this.executor, ScriptedDistributor.backendLink(this.hub.port()),
			new BackendObservers(HandlerObserver.NONE, EmitObserver.NONE, new Recorder(), EventTracing.NONE));

	@AfterEach
	void stop() {
		this.backend.stop();
		this.executor.shutdownNow();
	}

	@Test
	void hearsWhatIsAskedOfSelectedSocketsOnceWithoutAnyDistributor() {
		this.backend.start();
		IndirectIo io = this.backend.io();
		io.to("a").except("b").asVolatile().emit("e", 1);
		io.in("a").except("b").socketsJoin("r");
		io.in("a").except("b").socketsLeave("r");
		io.in("a").except("b").disconnectSockets(true);
		assertThat(this.heard).hasSize(4)
			.first()
			.isInstanceOfSatisfying(EmitToRooms.class,
					(emit) -> assertThat(emit).isEqualTo(new EmitToRooms(CHAT, SELECTED, true, emit.payload())));
		assertThat(this.heard.subList(1, 4)).containsExactly(new JoinRooms(CHAT, SELECTED, List.of("r"), 0),
				new LeaveRooms(CHAT, SELECTED, List.of("r"), 0), new DisconnectSockets(CHAT, SELECTED, true, 0));
	}

	@Test
	void doesNotHearOfQuestionsAndOfWhatIsRefused() {
		this.backend.start();
		this.backend.io().to("a").emitWithAck("e", 1);
		this.backend.io().count();
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> this.backend.io().emit("disconnect"));
		assertThat(this.heard).isEmpty();
	}

	private final class Recorder implements SelectionObserver {

		@Override
		public void onEmit(EmitToRooms message) {
			SelectionObserverTests.this.heard.add(message);
		}

		@Override
		public void onJoin(JoinRooms message) {
			SelectionObserverTests.this.heard.add(message);
		}

		@Override
		public void onLeave(LeaveRooms message) {
			SelectionObserverTests.this.heard.add(message);
		}

		@Override
		public void onDisconnect(DisconnectSockets message) {
			SelectionObserverTests.this.heard.add(message);
		}

	}

}
