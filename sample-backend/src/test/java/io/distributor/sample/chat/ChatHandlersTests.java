package io.distributor.sample.chat;

import java.util.Map;

import io.distributor.sample.chat.room.Members;
import io.distributor.sample.chat.room.Message;
import io.distributor.sample.chat.room.RoomView;
import io.distributor.sample.chat.room.Rooms;
import io.distributor.sample.chat.room.User;
import io.distributor.test.autoconfigure.DistributorTest;
import io.distributor.test.socket.Refusal;
import io.distributor.test.socket.SocketTester;
import io.distributor.test.socket.TestSocket;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The handlers of the chat alone: without a distributor's port, Redis and the page.
 */
@DistributorTest(includeFilters = @Filter(ConfigurationProperties.class))
@Import(Rooms.class)
class ChatHandlersTests {

	@Autowired
	private SocketTester tester;

	@Test
	void refusesWhoGivesNoName() {
		Refusal refusal = this.tester.connectRefused("/chat", (client) -> {
		});
		assertThat(refusal.message()).isEqualTo("Give a name of 1 to 24 characters");
	}

	@Test
	void tellsTheOthersInTheRoomOnly() {
		TestSocket ann = connect("Ann");
		TestSocket bob = connect("Bob");
		TestSocket eve = connect("Eve");
		RoomView room = ann.emitWithAck("join", "Kitchen").get(0, RoomView.class);
		assertThat(room.members().users()).containsExactly(new User(ann.id(), "Ann"));
		bob.emitWithAck("join", "Kitchen");
		ann.emit("postMessage", "Kitchen", "hello");
		Message message = bob.awaitEvent("message").argument(Message.class);
		assertThat(message.from().name()).isEqualTo("Ann");
		assertThat(message.text().value()).isEqualTo("hello");
		this.tester.awaitHandled();
		assertThat(ann).hasNotReceived("message");
		assertThat(eve).hasNotReceived("message");
	}

	@Test
	void showsWhoHasLeft() {
		TestSocket ann = connect("Ann");
		TestSocket bob = connect("Bob");
		bob.emitWithAck("join", "Lobby");
		ann.emitWithAck("join", "Lobby");
		bob.awaitEvent("members");
		bob.awaitEvent("members");
		ann.dropConnection();
		assertThat(bob.awaitEvent("members").argument(Members.class).users())
			.containsExactly(new User(bob.id(), "Bob"));
	}

	private TestSocket connect(String name) {
		return this.tester.connect("/chat", (client) -> client.auth(Map.of("name", name)));
	}

}
