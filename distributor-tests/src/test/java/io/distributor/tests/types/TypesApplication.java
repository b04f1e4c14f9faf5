package io.distributor.tests.types;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.distributor.annotation.OnEvent;
import io.distributor.annotation.ServerEvents;
import io.distributor.annotation.SocketNamespace;
import io.distributor.backend.Ack;
import io.distributor.backend.Socket;
import io.distributor.tests.types.ChatTypes.ChatMessage;
import io.distributor.tests.types.ChatTypes.Move;
import io.distributor.tests.types.ChatTypes.Page;
import io.distributor.tests.types.ChatTypes.Profile;
import io.distributor.tests.types.ChatTypes.Receipt;
import io.distributor.tests.types.ChatTypes.Shape;
import io.distributor.tests.types.ChatTypes.Text;
import io.distributor.tests.types.ChatTypes.Tree;
import io.distributor.tests.types.ChatTypes.Upload;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * A backend with something of everything.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ TypesApplication.Chat.class, TypesApplication.Game.class })
class TypesApplication {

	@ServerEvents(ChatEvents.class)
	static class Chat {

		@OnEvent("post")
		Receipt post(Socket socket, String room, Text text) {
			return new Receipt(text.text().length(), room);
		}

		@OnEvent("leave")
		void leave(Socket socket, String room) {
			socket.leave(room);
		}

		@OnEvent("search")
		CompletionStage<Page<ChatMessage>> search(String query, @Nullable Integer limit) {
			return CompletableFuture.completedFuture(new Page<>(List.of(), limit));
		}

		@OnEvent("draw shape")
		void draw(Socket socket, Shape shape) {
			socket.as(ChatEvents.class).drawn(shape);
		}

		@OnEvent("upload")
		int upload(Upload upload, byte[] more) {
			return upload.content().length + more.length;
		}

		@OnEvent("grow")
		Tree grow(Tree tree) {
			return tree;
		}

		@OnEvent("profile")
		void profile(Profile profile) {
			Objects.requireNonNull(profile.displayName());
		}

		@OnEvent("acknowledged")
		void acknowledged(Ack ack) {
			ack.send(1, "two");
		}

	}

	@SocketNamespace("/game")
	@ServerEvents(GameEvents.class)
	static class Game {

		@OnEvent("move")
		void move(Socket socket, Move move) {
			socket.broadcast().as(GameEvents.class).moved(move);
		}

	}

	interface GameEvents {

		void moved(Move move);

	}

}
