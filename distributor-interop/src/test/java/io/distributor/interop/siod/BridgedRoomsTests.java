package io.distributor.interop.siod;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.distributor.link.message.Selection;
import io.distributor.link.message.SocketHandshake;
import io.distributor.link.message.UserRoom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BridgedRoomsTests {

	private static final SocketHandshake HANDSHAKE = new SocketHandshake(0, "", false, false, "", Map.of(), Map.of(),
			"websocket", 3);

	private final BridgedRooms rooms = new BridgedRooms();

	private final BridgedSocket a = new BridgedSocket("/chat", "a", 1, HANDSHAKE, null);

	private final BridgedSocket b = new BridgedSocket("/chat", "b", 2, HANDSHAKE, null);

	@BeforeEach
	void enter() {
		this.rooms.enter(this.a);
		this.rooms.enter(this.b);
		this.rooms.join(this.a, List.of("red", UserRoom.of("ann")));
		this.rooms.join(this.b, List.of("red", "blue"));
	}

	private static Selection select(Set<String> rooms, String... except) {
		return new Selection(rooms, Set.of(except));
	}

	@Test
	void selectsByRoomsAndIds() {
		assertThat(this.rooms.select(Selection.ALL)).containsExactly(this.a, this.b);
		assertThat(this.rooms.select(select(Set.of("red"), "blue"))).containsExactly(this.a);
		assertThat(this.rooms.select(select(Set.of("b", "nobody")))).containsExactly(this.b);
	}

	@Test
	void tellsTheOriginalIdsInThePlaceOfRoomsItCannotLeaveOut() {
		assertThat(this.rooms.forOriginal(select(Set.of("red"), "blue"))).isEqualTo(select(Set.of("red"), "b"));
	}

	@Test
	void tellsTheOriginalIdsInThePlaceOfUsers() {
		assertThat(this.rooms.forOriginal(select(Set.of(UserRoom.of("ann"))))).isEqualTo(select(Set.of("a")));
		assertThat(this.rooms.forOriginal(select(Set.of(UserRoom.of("ben"))))).isNull();
		assertThat(this.rooms.forOriginal(Selection.ALL)).isEqualTo(Selection.ALL);
	}

	@Test
	void tellsWhatChanged() {
		assertThat(this.rooms.join(this.a, List.of("red", "green"))).containsExactly("green");
		assertThat(this.rooms.leave(this.a, List.of("red", "blue"))).containsExactly("red");
		assertThat(this.rooms.sizes()).isEqualTo(Map.of("red", 1, "blue", 1, "green", 1));
	}

	@Test
	void forgetsWhoLeft() {
		this.rooms.leave(this.b);
		assertThat(this.rooms.sizes()).isEqualTo(Map.of("red", 1));
		assertThat(this.rooms.join(this.b, List.of("red"))).isEmpty();
		assertThat(this.rooms.select(Selection.ALL)).containsExactly(this.a);
	}

}
