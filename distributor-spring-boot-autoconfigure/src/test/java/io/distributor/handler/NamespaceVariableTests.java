package io.distributor.handler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.distributor.annotation.EventExceptionHandler;
import io.distributor.annotation.NamespaceVariable;
import io.distributor.annotation.OnConnect;
import io.distributor.annotation.OnDisconnect;
import io.distributor.annotation.OnEvent;
import io.distributor.annotation.SocketAdvice;
import io.distributor.annotation.SocketNamespace;
import io.distributor.backend.ArgumentConversionException;
import io.distributor.backend.DisconnectReason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What handler methods of a pattern of namespaces get of the name that the client joined.
 */
class NamespaceVariableTests {

	private static final String PATTERN = "/workspace-{id}";

	private final HandlerContext context = HandlerContext.of(Seventh.class, Workspaces.class, Halls.class,
			Advice.class);

	@AfterEach
	void stop() {
		this.context.close();
	}

	@Test
	void givesThemToAllKindsOfMethods() throws Exception {
		TestIo seven = workspaces("7");
		seven.connect();
		seven.handle("byName", "[\"argument\"]");
		seven.disconnect(new DisconnectReason("transport close", null));
		assertThat(received()).containsExactly("connect 7", "argument of 7", "disconnect 7");
	}

	@Test
	void convertsThem() throws Exception {
		UUID id = UUID.randomUUID();
		workspaces("7").handle("number", "[]");
		workspaces(id.toString()).handle("uuid", "[]");
		assertThat(received()).containsExactly(7L, id);
	}

	@Test
	void refusesAValueThatDoesNotConvertWithoutQuotingIt() {
		assertThatExceptionOfType(ArgumentConversionException.class)
			.isThrownBy(() -> workspaces("seven").handle("number", "[]"))
			.withMessage("namespace variable 'id': something else (expected: long)");
		assertThat(received()).isEmpty();
	}

	@Test
	void givesThemToMethodsThatHandleExceptions() throws Exception {
		assertThat(workspaces("7").handle("fail", "[]")).isEqualTo("failed in 7");
		assertThat(workspaces("7").handle("failElsewhere", "[]")).isEqualTo("advised in Optional[7]");
	}

	@Test
	void leavesThemOutInNamespacesThatHaveNone() throws Exception {
		this.context.io().of("/lobby").handle("where", "[]");
		this.context.io().of("/hall-{number}").where("number", "3").handle("where", "[]");
		assertThat(received()).containsExactly(Optional.empty(), null, 0, Optional.of("3"), "3", 3);
	}

	@Test
	void ownsNamesBeforePatternsThatMatchThem() {
		assertThat(this.context.io().otherNames()).containsExactly("/workspace-7", "/lobby", PATTERN, "/hall-{number}");
	}

	private TestIo workspaces(String id) {
		return this.context.io().of(PATTERN).where("id", id);
	}

	private List<Object> received() {
		return this.context.bean(Workspaces.class).received;
	}

	@SocketNamespace(PATTERN)
	static class Workspaces {

		final List<Object> received = new ArrayList<>();

		@OnConnect
		void connect(@NamespaceVariable String id) {
			this.received.add("connect " + id);
		}

		@OnEvent("byName")
		void byName(@NamespaceVariable String id, String argument) {
			this.received.add(argument + " of " + id);
		}

		@OnEvent("number")
		void number(@NamespaceVariable("id") long number) {
			this.received.add(number);
		}

		@OnEvent("uuid")
		void uuid(@NamespaceVariable("id") UUID uuid) {
			this.received.add(uuid);
		}

		@OnEvent("fail")
		void fail() {
			throw new IllegalStateException();
		}

		@OnEvent("failElsewhere")
		void failElsewhere() {
			throw new UnsupportedOperationException();
		}

		@OnDisconnect
		void disconnect(@NamespaceVariable String id) {
			this.received.add("disconnect " + id);
		}

		@EventExceptionHandler(IllegalStateException.class)
		String failed(@NamespaceVariable String id) {
			return "failed in " + id;
		}

	}

	@SocketNamespace({ "/hall-{number}", "/lobby" })
	static class Halls {

		private final Workspaces workspaces;

		Halls(Workspaces workspaces) {
			this.workspaces = workspaces;
		}

		@OnEvent("where")
		void where(@NamespaceVariable Optional<String> number, @NamespaceVariable("number") @Nullable String same,
				@NamespaceVariable(value = "number", defaultValue = "0") int asNumber) {
			this.workspaces.received.addAll(Arrays.asList(number, same, asNumber));
		}

	}

	@SocketNamespace("/workspace-7")
	static class Seventh {

		@OnEvent("event")
		void event() {
		}

	}

	@SocketAdvice
	static class Advice {

		@EventExceptionHandler(UnsupportedOperationException.class)
		String failed(@NamespaceVariable Optional<String> id) {
			return "advised in " + id;
		}

	}

}
