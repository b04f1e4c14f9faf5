package io.distributor.sample.chat.room;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link History}.
 */
class HistoryTests {

	private static final RoomName LOBBY = new RoomName("Lobby");

	private static final RoomName ATTIC = new RoomName("Attic");

	private static final RoomName CELLAR = new RoomName("Cellar");

	private static final User ADA = new User("1", "Ada");

	private final History history = new History(new RoomsProperties(List.of(LOBBY), 2, 3));

	@Test
	void remembersTheLastMessagesOfARoom() {
		IntStream.rangeClosed(1, 5).forEach((number) -> say(LOBBY, number));
		say(ATTIC, 6);
		assertThat(texts(this.history.of(LOBBY))).containsExactly("3", "4", "5");
	}

	@Test
	void forgetsTheRoomThatIsQuietForTheLongestTime() {
		say(LOBBY, 1);
		say(ATTIC, 2);
		say(LOBBY, 3);
		say(CELLAR, 4);
		assertThat(this.history.of(ATTIC)).isEmpty();
		assertThat(texts(this.history.of(LOBBY))).containsExactly("1", "3");
	}

	@Test
	void putsWhatWasSaidElsewhereInItsPlace() {
		say(LOBBY, 2);
		say(LOBBY, 4);
		List<Message> elsewhere = List.of(message(LOBBY, 1), message(LOBBY, 3));
		assertThat(texts(this.history.with(LOBBY, elsewhere))).containsExactly("2", "3", "4");
	}

	private void say(RoomName room, int second) {
		this.history.add(message(room, second));
	}

	private static Message message(RoomName room, int second) {
		return new Message("id " + second, room, ADA, new MessageText(String.valueOf(second)),
				Instant.ofEpochSecond(second));
	}

	private static List<String> texts(List<Message> messages) {
		return messages.stream().map((message) -> message.text().value()).toList();
	}

}
