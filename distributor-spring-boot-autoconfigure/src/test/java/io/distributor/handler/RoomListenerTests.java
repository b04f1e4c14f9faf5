package io.distributor.handler;

import java.util.ArrayList;
import java.util.List;

import io.distributor.annotation.OnJoin;
import io.distributor.annotation.OnLeave;
import io.distributor.backend.Namespace;
import io.distributor.backend.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Annotated methods that hear of rooms.
 */
class RoomListenerTests {

	private final HandlerContext context = HandlerContext.of(Rooms.class);

	@AfterEach
	void stop() {
		this.context.close();
	}

	@Test
	void hearOfEveryRoomThatIsJoinedAndLeft() throws Exception {
		this.context.io().join("kitchen");
		this.context.io().leave("kitchen");
		assertThat(heard()).containsExactly("joined kitchen in /chat by socket", "left kitchen");
	}

	@Test
	void hearOfTheRoomsTheyNameOnly() throws Exception {
		this.context.io().join("game-7");
		this.context.io().join("game-");
		this.context.io().leave("game-over");
		this.context.io().leave("ga-over");
		this.context.io().leave("g-over");
		this.context.io().leave("lobby");
		assertThat(heard()).filteredOn((line) -> line.startsWith("game"))
			.containsExactly("game game-7", "game game-", "game is over", "game is over", "game is over");
	}

	private List<String> heard() {
		return this.context.bean(Rooms.class).heard;
	}

	static class Rooms {

		final List<String> heard = new ArrayList<>();

		@OnJoin
		void joined(String room, Namespace namespace, Socket socket) {
			this.heard.add("joined " + room + " in " + namespace.name() + " by " + socket);
		}

		@OnLeave
		void left(String room) {
			this.heard.add("left " + room);
		}

		@OnJoin("game-*")
		void game(String room) {
			this.heard.add("game " + room);
		}

		@OnLeave({ "ga*-over", "lobby" })
		void over() {
			this.heard.add("game is over");
		}

	}

}
