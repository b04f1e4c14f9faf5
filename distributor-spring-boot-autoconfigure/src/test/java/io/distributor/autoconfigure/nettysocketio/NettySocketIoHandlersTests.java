package io.distributor.autoconfigure.nettysocketio;

import java.util.concurrent.BlockingQueue;

import com.corundumstudio.socketio.AckRequest;
import com.corundumstudio.socketio.SocketIOClient;
import com.corundumstudio.socketio.annotation.OnConnect;
import com.corundumstudio.socketio.annotation.OnEvent;
import io.distributor.autoconfigure.Applications;
import io.distributor.autoconfigure.Client;
import io.distributor.backend.Event;
import io.distributor.backend.IndirectIo;
import io.distributor.handler.InvalidHandlerMethodException;
import io.socket.client.Ack;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What is particular to handlers of netty-socketio in a backend.
 */
class NettySocketIoHandlersTests {

	@Test
	void belongToTheFirstNamespaceOfTheBackendUnlessTheySayOtherwise() throws Exception {
		try (ConfigurableApplicationContext context = standalone(DefaultApplication.class);
				Client client = Client.to(Applications.port(context), "/chat").connect()) {
			assertThat(client.ask("name")).containsExactly("/chat");
		}
	}

	@Test
	void giveClientsAnIdThatFindsThemAgain() throws Exception {
		try (ConfigurableApplicationContext context = standalone(DefaultApplication.class);
				Client client = Client.to(Applications.port(context), "/chat").connect()) {
			assertThat(client.ask("find me")).containsExactly(true);
		}
	}

	@Test
	void sayWhatToUseInsteadOfWhatABackendCannotDo() throws Exception {
		try (ConfigurableApplicationContext context = standalone(DefaultApplication.class);
				Client client = Client.to(Applications.port(context), "/chat").connect()) {
			assertThat((String) client.ask("cannot")[0]).startsWith("addEventListener: ").contains("use @OnEvent");
		}
	}

	@Test
	void keepOnlyTypesThatAreKnownOrNamed() throws Exception {
		try (ConfigurableApplicationContext context = standalone(DefaultApplication.class);
				Client client = Client.to(Applications.port(context), "/chat").connect()) {
			assertThat((String) client.ask("keep")[0]).contains("NettyChat$Line",
					"distributor.backend.netty-socketio.store-types");
		}
		try (ConfigurableApplicationContext context = standalone(DefaultApplication.class,
				"--distributor.backend.netty-socketio.store-types=" + NettyChat.Line.class.getName());
				Client client = Client.to(Applications.port(context), "/chat").connect()) {
			assertThat(client.ask("keep")).containsExactly("kept");
		}
	}

	@Test
	void answerAFailedEventTooInModeAuto() throws Exception {
		try (ConfigurableApplicationContext context = standalone(DefaultApplication.class,
				"--distributor.backend.netty-socketio.ack-mode=auto");
				Client client = Client.to(Applications.port(context), "/chat").connect()) {
			assertThat(client.ask("fail")).isEmpty();
		}
	}

	@Test
	void answerLaterOrNeverInModeManual() throws Exception {
		try (ConfigurableApplicationContext context = standalone(DefaultApplication.class,
				"--distributor.backend.netty-socketio.ack-mode=manual");
				Client client = Client.to(Applications.port(context), "/chat").connect()) {
			BlockingQueue<Object[]> unanswered = client.on("never");
			client.emit("say nothing", (Ack) unanswered::add);
			client.emit("fail", (Ack) unanswered::add);
			assertThat(client.ask("later")).containsExactly("late");
			assertThat(unanswered).isEmpty();
		}
	}

	@Test
	void countAsFailedWhenTheyThrow() throws Exception {
		try (ConfigurableApplicationContext context = standalone(DefaultApplication.class);
				Client client = Client.to(Applications.port(context), "/chat").connect()) {
			BlockingQueue<Object[]> failures = client.on("failure");
			context.getBean(IndirectIo.class)
				.onError((Event event, Throwable failure) -> event.socket().emit("failure", failure.getMessage()));
			client.emit("fail");
			assertThat(Client.take(failures)).containsExactly("on purpose");
		}
	}

	@Test
	void canBeSwitchedOff() throws Exception {
		try (ConfigurableApplicationContext context = standalone(DefaultApplication.class,
				"--distributor.backend.netty-socketio.enabled=false");
				Client client = Client.to(Applications.port(context), "/chat").connect()) {
			assertThat(client.ask("name")[0]).hasToString("{\"error\":\"Unknown event\"}");
		}
	}

	@Test
	void doNotShareAnEventWithOtherHandlers() {
		assertThatExceptionOfType(InvalidHandlerMethodException.class)
			.isThrownBy(() -> standalone(ClashingApplication.class).close())
			.withMessageContaining("shared");
	}

	private static ConfigurableApplicationContext standalone(Class<?> source, String... arguments) {
		return Applications.runAs("standalone", source, arguments);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(DefaultHandlers.class)
	static class DefaultApplication {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ OurHandler.class, TheirHandler.class })
	static class ClashingApplication {

	}

	static class OurHandler {

		@io.distributor.annotation.OnEvent("shared")
		void handle() {
		}

	}

	static class TheirHandler {

		@OnEvent("shared")
		void handle() {
		}

	}

	static class DefaultHandlers {

		@OnConnect
		void onConnect(SocketIOClient client) {
			throw new IllegalStateException("does not refuse a client of netty-socketio");
		}

		@OnEvent("name")
		void name(SocketIOClient client, AckRequest ack) {
			ack.sendAckData(client.getNamespace().getName());
		}

		@OnEvent("find me")
		void find(SocketIOClient client, AckRequest ack) {
			ack.sendAckData(client.equals(client.getNamespace().getClient(client.getSessionId())));
		}

		@OnEvent("cannot")
		void cannot(SocketIOClient client, AckRequest ack) {
			try {
				client.getNamespace().addEventListener("x", String.class, (sender, data, request) -> {
				});
			}
			catch (UnsupportedOperationException ex) {
				ack.sendAckData(ex.getMessage());
			}
		}

		@OnEvent("keep")
		void keep(SocketIOClient client, AckRequest ack) {
			try {
				client.set("line", new NettyChat.Line("ann", "kept"));
				NettyChat.Line line = client.get("line");
				ack.sendAckData(line.getText());
			}
			catch (IllegalArgumentException ex) {
				ack.sendAckData(ex.getMessage());
			}
		}

		@OnEvent("fail")
		void fail() {
			throw new IllegalStateException("on purpose");
		}

		@OnEvent("say nothing")
		void sayNothing() {
		}

		@OnEvent("later")
		void later(AckRequest ack) {
			Thread thread = new Thread(() -> ack.sendAckData("late"));
			thread.start();
		}

	}

}
