package io.distributor.autoconfigure;

import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import io.distributor.annotation.AuthValue;
import io.distributor.annotation.EventExceptionHandler;
import io.distributor.annotation.HandshakeHeader;
import io.distributor.annotation.HandshakeQuery;
import io.distributor.annotation.NamespaceVariable;
import io.distributor.annotation.OnConnect;
import io.distributor.annotation.OnEvent;
import io.distributor.annotation.OnJoin;
import io.distributor.annotation.OnLeave;
import io.distributor.annotation.SocketAdvice;
import io.distributor.annotation.SocketDataValue;
import io.distributor.annotation.SocketNamespace;
import io.distributor.backend.Ack;
import io.distributor.backend.Answer;
import io.distributor.backend.ConnectionRefusedException;
import io.distributor.backend.Event;
import io.distributor.backend.EventRefusedException;
import io.distributor.backend.Namespace;
import io.distributor.backend.Socket;
import io.distributor.handler.ArgumentValidationException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Component;

/**
 * The code of {@code docs/handlers.md}, as one application.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ HandlersPage.Orders.class, HandlersPage.Answers.class, HandlersPage.Games.class,
		HandlersPage.Workspaces.class, HandlersPage.Tables.class, HandlersPage.Errors.class })
class HandlersPage {

	@Component
	static class Orders {

		@OnConnect
		void connect(Socket socket, @AuthValue("name") String name, @HandshakeQuery(defaultValue = "1") int version) {
			if (version < 1) {
				throw new ConnectionRefusedException("too old", Map.of("version", 1));
			}
			socket.setUser(name);
			socket.data().put("basket", List.of());
		}

		@OnEvent("order")
		Receipt order(Principal user, @Valid Order order, @SocketDataValue List<String> basket) {
			if (order.item().equals("moon")) {
				throw new OutOfStockException(order.item());
			}
			return new Receipt(user.getName(), order.item(), basket.size());
		}

		@OnEvent("cancel")
		void cancel(int number, Optional<String> reason, @HandshakeHeader("user-agent") @Nullable String agent) {
			if (number == 0) {
				throw new EventRefusedException("shipped already", Map.of("number", number));
			}
			if (number < 0) {
				throw new IllegalStateException("nobody's business");
			}
		}

		@OnEvent("audit.*")
		String audit(Event event) {
			return "noted " + event.name();
		}

		@OnEvent("*")
		void anythingElse(Event event) {
			throw new EventRefusedException("no such event");
		}

		@EventExceptionHandler
		Problem outOfStock(OutOfStockException ex) {
			return new Problem("out of stock", List.of(String.valueOf(ex.getMessage())));
		}

	}

	@Component
	static class Answers {

		@OnEvent("value")
		int value() {
			return 1;
		}

		@OnEvent("optional")
		Optional<String> optional(boolean there) {
			return there ? Optional.of("there") : Optional.empty();
		}

		@OnEvent("nothing")
		void nothing() {
		}

		@OnEvent("several")
		Answer several() {
			return Answer.of("a", 2, null);
		}

		@OnEvent("stage")
		CompletionStage<String> stage() {
			return CompletableFuture.supplyAsync(() -> "later",
					CompletableFuture.delayedExecutor(1, TimeUnit.MILLISECONDS));
		}

		@OnEvent("mono")
		Mono<String> mono() {
			return Mono.just("reactive").delayElement(Duration.ofMillis(1));
		}

		@OnEvent("flux")
		Flux<Integer> flux() {
			return Flux.range(1, 3);
		}

		@OnEvent("ack")
		void ack(Ack ack) {
			CompletableFuture.runAsync(() -> ack.send("by hand"));
		}

		@OnEvent(value = "search", concurrent = true)
		Mono<List<String>> search(String text) {
			return Mono.just(List.of(text));
		}

	}

	@SocketNamespace({ "/chess", "/go" })
	@Component
	static class Games {

		@OnConnect
		void connect(@HandshakeQuery Optional<String> level) {
			if (level.orElse("").equals("none")) {
				throw new NoSuchLevelException();
			}
		}

		@OnEvent("move")
		String move(Namespace namespace) {
			return namespace.name();
		}

	}

	@SocketNamespace("/workspace-{id}")
	@Component
	static class Workspaces {

		@OnConnect
		void connect(Socket socket, @NamespaceVariable long id) {
			socket.join("workspace");
		}

		@OnEvent("rename")
		String rename(@NamespaceVariable long id, @NotBlank @Size(max = 40) String name) {
			return id + " is " + name;
		}

	}

	@Component
	static class Tables {

		final BlockingQueue<String> log = new ArrayBlockingQueue<>(100);

		@OnEvent("sit")
		void sit(Socket socket, String table) {
			socket.join("table-" + table);
		}

		@OnJoin("table-*")
		void joined(Socket socket, String room) {
			this.log.add(socket.user() + " joined " + room);
		}

		@OnLeave
		void left(Principal user, String room) {
			this.log.add(user.getName() + " left " + room);
		}

	}

	@SocketAdvice
	static class Errors {

		@EventExceptionHandler
		Problem invalid(ArgumentValidationException ex) {
			return new Problem("invalid", List.of(String.valueOf(ex.getMessage())));
		}

		@EventExceptionHandler(NoSuchLevelException.class)
		Map<String, Integer> noSuchLevel() {
			return Map.of("levels", 3);
		}

	}

	record Order(@NotBlank String item, @Positive int count) {

	}

	record Receipt(String user, String item, int before) {

	}

	record Problem(String problem, List<String> details) {

	}

	static class OutOfStockException extends RuntimeException {

		OutOfStockException(String item) {
			super(item);
		}

	}

	static class NoSuchLevelException extends RuntimeException {

	}

}
