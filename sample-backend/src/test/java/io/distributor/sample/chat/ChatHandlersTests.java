package io.distributor.sample.chat;

import java.util.Map;

import io.distributor.backend.AuthenticatedUser;
import io.distributor.backend.HandshakeAuthenticator;
import io.distributor.sample.chat.room.History;
import io.distributor.sample.chat.room.Message;
import io.distributor.sample.chat.room.RoomName;
import io.distributor.sample.chat.room.RoomSize;
import io.distributor.sample.chat.room.RoomView;
import io.distributor.sample.chat.room.User;
import io.distributor.test.autoconfigure.DistributorTest;
import io.distributor.test.socket.SocketTester;
import io.distributor.test.socket.TestSocket;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The handlers of the chat alone: without a distributor's port, Redis and the page.
 */
@DistributorTest(includeFilters = @Filter(ConfigurationProperties.class))
@Import({ RoomList.class, RoomViews.class, History.class, ChatHandlersTests.AnyName.class })
class ChatHandlersTests {

	@Autowired
	private SocketTester tester;

	@Test
	void tellsTheOthersInTheRoomOnly() {
		TestSocket ann = connect("Ann");
		TestSocket bob = connect("Bob");
		TestSocket eve = connect("Eve");
		RoomView room = ann.emitWithAck("join", "Kitchen").get(0, RoomView.class);
		assertThat(room.members()).containsExactly(new User(ann.id(), "Ann"));
		assertThat(room.messages()).isEmpty();
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
	void tellsWhoCameAndWhoLeft() {
		TestSocket ann = connect("Ann");
		TestSocket bob = connect("Bob");
		bob.emitWithAck("join", "Lobby");
		assertThat(bob).hasReceivedExactly("entered", "Lobby", new User(bob.id(), "Bob"));
		ann.emitWithAck("join", "Lobby");
		assertThat(bob).hasReceivedExactly("entered", "Lobby", new User(ann.id(), "Ann"));
		ann.dropConnection();
		assertThat(bob).hasReceivedExactly("left", "Lobby", new User(ann.id(), "Ann"));
	}

	@Test
	void showsWhatWasSaidBefore() {
		TestSocket ann = connect("Ann");
		ann.emitWithAck("join", "Attic");
		Message posted = ann.emitWithAck("postMessage", "Attic", "First").get(0, Message.class);
		RoomView room = connect("Bob").emitWithAck("join", "Attic").get(0, RoomView.class);
		assertThat(room.messages()).containsExactly(posted);
	}

	@Test
	void takesMessagesOfMembersOnly() {
		TestSocket ann = connect("Ann");
		assertThat(ann.emitWithAck("postMessage", "Lobby", "hello").get(0, Map.class)).containsEntry("error",
				"You are not in this room");
		ann.emitWithAck("join", "Lobby");
		ann.emitWithAck("leave", "Lobby");
		assertThat(ann.emitWithAck("postMessage", "Lobby", "hello").get(0, Map.class)).containsEntry("error",
				"You are not in this room");
	}

	@Test
	void listsRoomsThatAreThereAlsoWhenNobodyIs() {
		assertThat(connect("Ann").awaitEvent("rooms").argument(RoomSize[].class))
			.contains(new RoomSize(new RoomName("Kitchen"), 0));
	}

	private TestSocket connect(String name) {
		return this.tester.connect("/chat", (client) -> client.auth(Map.of("name", name)));
	}

	/**
	 * Believes everybody.
	 */
	@TestConfiguration(proxyBeanMethods = false)
	static class AnyName {

		@Bean
		HandshakeAuthenticator authenticator() {
			return (namespace, handshake) -> {
				Object name = handshake.auth(Map.class).get("name");
				return new AuthenticatedUser(name::toString, null);
			};
		}

	}

}
