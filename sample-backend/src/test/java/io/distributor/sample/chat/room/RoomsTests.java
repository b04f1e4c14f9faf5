package io.distributor.sample.chat.room;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Rooms}.
 */
class RoomsTests {

	private static final RoomName LOBBY = new RoomName("Lobby");

	private static final RoomName ATTIC = new RoomName("Attic");

	private static final User ADA = new User("1", "Ada");

	private static final User BOB = new User("2", "Bob");

	private final Rooms rooms = new Rooms(new RoomsProperties(List.of(LOBBY), 2, 3));

	@Test
	void keepsAPermanentRoomThatIsEmpty() {
		this.rooms.enter(LOBBY, ADA);
		this.rooms.leave(LOBBY, ADA.id());
		assertThat(this.rooms.overview().rooms()).containsExactly(new Overview.Entry(LOBBY, 0));
	}

	@Test
	void closesAnotherRoomBehindTheLastUser() {
		this.rooms.enter(ATTIC, ADA);
		this.rooms.enter(ATTIC, BOB);
		this.rooms.leave(ATTIC, ADA.id());
		assertThat(this.rooms.view(ATTIC)).isPresent();
		this.rooms.leave(ATTIC, BOB.id());
		assertThat(this.rooms.view(ATTIC)).isEmpty();
	}

	@Test
	void opensNoMoreRoomsThanTheLimit() {
		assertThat(this.rooms.enter(ATTIC, ADA)).isTrue();
		assertThat(this.rooms.enter(new RoomName("Cellar"), ADA)).isFalse();
		assertThat(this.rooms.enter(ATTIC, BOB)).isTrue();
	}

	@Test
	void namesTheRoomsOfWhoLeavesThemAll() {
		this.rooms.enter(LOBBY, ADA);
		this.rooms.enter(ATTIC, ADA);
		this.rooms.enter(LOBBY, BOB);
		assertThat(this.rooms.leaveAll(ADA.id())).containsExactly(LOBBY, ATTIC);
		assertThat(this.rooms.isMember(LOBBY, BOB.id())).isTrue();
	}

	@Test
	void takesMessagesOfMembersOnly() {
		this.rooms.enter(LOBBY, ADA);
		assertThat(this.rooms.post(LOBBY, ADA, new MessageText("Hello"))).isPresent();
		assertThat(this.rooms.post(LOBBY, BOB, new MessageText("Hello"))).isEmpty();
		assertThat(this.rooms.post(ATTIC, ADA, new MessageText("Hello"))).isEmpty();
	}

	@Test
	void remembersTheLastMessages() {
		this.rooms.enter(LOBBY, ADA);
		IntStream.rangeClosed(1, 5).forEach((i) -> this.rooms.post(LOBBY, ADA, new MessageText("Message " + i)));
		assertThat(this.rooms.view(LOBBY).orElseThrow().messages()).extracting((message) -> message.text().value())
			.containsExactly("Message 3", "Message 4", "Message 5");
	}

	@Test
	void numbersOnFromAnEarlierProcess() {
		long before = System.currentTimeMillis();
		Rooms later = new Rooms(new RoomsProperties(List.of(LOBBY), 2, 3));
		later.enter(LOBBY, ADA);
		assertThat(later.view(LOBBY).orElseThrow().members().revision()).isGreaterThan(before);
		assertThat(later.post(LOBBY, ADA, new MessageText("Hello")).orElseThrow().number()).isGreaterThan(before);
	}

	@Test
	void numbersEveryChange() {
		this.rooms.enter(LOBBY, ADA);
		long before = this.rooms.view(LOBBY).orElseThrow().members().revision();
		this.rooms.enter(LOBBY, BOB);
		Members members = this.rooms.view(LOBBY).orElseThrow().members();
		assertThat(members.users()).containsExactly(ADA, BOB);
		assertThat(members.revision()).isGreaterThan(before);
	}

}
