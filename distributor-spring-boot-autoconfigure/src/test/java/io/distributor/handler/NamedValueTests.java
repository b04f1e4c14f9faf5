package io.distributor.handler;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.distributor.annotation.AuthValue;
import io.distributor.annotation.HandshakeHeader;
import io.distributor.annotation.HandshakeQuery;
import io.distributor.annotation.OnConnect;
import io.distributor.annotation.OnEvent;
import io.distributor.annotation.SocketDataValue;
import io.distributor.backend.ArgumentConversionException;
import io.distributor.backend.EventRefusedException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.core.annotation.AliasFor;
import org.springframework.core.env.MapPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What annotated parameters get of the handshake, of auth, of data and of the user.
 */
class NamedValueTests {

	private HandlerContext context;

	@BeforeEach
	void start() {
		this.context = HandlerContext.of((beans) -> {
			beans.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", Map.of("max", "9")));
			beans.register(Handlers.class);
		});
	}

	@AfterEach
	void stop() {
		this.context.close();
	}

	@Test
	void givesHeadersInAnyCase() throws Exception {
		this.context.io().handle("headers", "[]");
		assertThat(received()).containsExactly("general", 7, List.of("a", "b"), "a");
	}

	@Test
	void givesQueryParameters() throws Exception {
		this.context.io().handle("query", "[]");
		assertThat(received()).containsExactly(3, Mode.FAST);
	}

	@Test
	void givesValuesOfAuth() throws Exception {
		this.context.io().handle("auth", "[]");
		assertThat(received()).containsExactly("t", new Device("phone", 2));
	}

	@Test
	void givesValuesOfData() throws Exception {
		this.context.io().handle("data", "[]");
		assertThat(received()).containsExactly(42L);
	}

	@Test
	void takesTheNameOfTheParameterByDefault() throws Exception {
		this.context.io().handle("byName", "[]");
		assertThat(received()).containsExactly(3, "t", 42);
	}

	@Test
	void takesAnnotationsOfOnesOwn() throws Exception {
		this.context.io().handle("composed", "[]");
		assertThat(received()).containsExactly("t");
	}

	@Test
	void countsOnlyTheOtherParametersAsArguments() throws Exception {
		this.context.io().handle("mixed", "[\"first\", 2]");
		assertThat(received()).containsExactly("first", "t", 2);
	}

	@Test
	void givesThemToConnectMethods() throws Exception {
		this.context.io().connect();
		assertThat(received()).containsExactly("t", 3);
	}

	@Test
	void leavesOutWhatMayBeAbsent() throws Exception {
		this.context.io().handle("absent", "[]");
		assertThat(received()).containsExactly(null, Optional.empty(), null, Optional.empty(), 5, 9, "x");
	}

	@Test
	void wrapsWhatIsOptional() throws Exception {
		this.context.io().handle("optional", "[]");
		assertThat(received()).containsExactly(Optional.of(7), Optional.of("t"));
	}

	@Test
	void refusesWhatIsAbsentAndNeeded() {
		refuses("needsHeader", "header 'x-none': null or absent (expected: java.lang.String");
		refuses("needsAuth", "auth 'none': null or absent");
		refuses("needsData", "data 'none': null or absent");
	}

	@Test
	void refusesWhatDoesNotConvertWithoutQuotingIt() {
		refuses("numericHeader", "header 'X-Room': something else (expected: int)");
		refuses("emptyNumber", "query parameter 'empty': something else (expected: java.lang.Integer)");
		refuses("numericAuth", "auth 'token': something else (expected: int)");
	}

	@Test
	void validatesWhatAsksForIt() {
		assertThatExceptionOfType(ArgumentValidationException.class)
			.isThrownBy(() -> this.context.io().handle("valid", "[]"))
			.withMessage("auth 'device': age must be less than or equal to 1")
			.satisfies((ex) -> assertThat(ex.errors()).hasSize(1));
	}

	@Test
	void givesTheUserAsPrincipal() throws Exception {
		this.context.io().handleAs("ann", "principal");
		this.context.io().handleAs("ann", "optionalPrincipal");
		assertThat(received()).containsExactly("ann", Optional.of(new UserPrincipal("ann")), "ann");
	}

	@Test
	void refusesOnesWithoutAUserWhereOneIsNeeded() throws Exception {
		this.context.io().handle("optionalPrincipal", "[]");
		assertThat(received()).containsExactly(Optional.empty(), null);
		assertThatExceptionOfType(EventRefusedException.class)
			.isThrownBy(() -> this.context.io().handle("principal", "[]"))
			.withMessage("Unauthorized");
		assertThatExceptionOfType(EventRefusedException.class)
			.isThrownBy(() -> this.context.io().handleAs("ann", "otherPrincipal"))
			.withMessage("Unauthorized");
	}

	private void refuses(String event, String message) {
		assertThatExceptionOfType(ArgumentConversionException.class)
			.isThrownBy(() -> this.context.io().handle(event, "[]"))
			.withMessageStartingWith(message);
		assertThat(received()).isEmpty();
	}

	private List<Object> received() {
		return this.context.bean(Handlers.class).received;
	}

	enum Mode {

		SLOW, FAST

	}

	record Device(String name, @Max(1) int age) {

	}

	interface Special extends Principal {

	}

	@Retention(RetentionPolicy.RUNTIME)
	@AuthValue
	@interface Credential {

		@AliasFor(annotation = AuthValue.class)
		String value();

	}

	static class Handlers {

		final List<Object> received = new ArrayList<>();

		private void receive(@Nullable Object... values) {
			this.received.addAll(Arrays.asList(values));
		}

		@OnConnect
		void connect(@AuthValue("token") String token, @HandshakeQuery int page) {
			receive(token, page);
		}

		@OnEvent("headers")
		void headers(@HandshakeHeader("X-Room") String room, @HandshakeHeader("x-level") int level,
				@HandshakeHeader("x-tags") List<String> tags, @HandshakeHeader("x-tags") String first) {
			receive(room, level, tags, first);
		}

		@OnEvent("query")
		void query(@HandshakeQuery("page") int page, @HandshakeQuery("mode") Mode mode) {
			receive(page, mode);
		}

		@OnEvent("auth")
		void auth(@AuthValue("token") String token, @AuthValue("device") Device device) {
			receive(token, device);
		}

		@OnEvent("data")
		void data(@SocketDataValue("score") long score) {
			receive(score);
		}

		@OnEvent("byName")
		void byName(@HandshakeQuery int page, @AuthValue String token, @SocketDataValue int score) {
			receive(page, token, score);
		}

		@OnEvent("composed")
		void composed(@Credential("token") String token) {
			receive(token);
		}

		@OnEvent("mixed")
		void mixed(String first, @AuthValue("token") String token, int second) {
			receive(first, token, second);
		}

		@OnEvent("absent")
		void absent(@HandshakeHeader("x-none") @Nullable String header, @HandshakeQuery("none") Optional<Integer> query,
				@AuthValue("none") @Nullable Device auth, @SocketDataValue("none") Optional<Device> data,
				@HandshakeQuery(value = "none", defaultValue = "5") int number,
				@SocketDataValue(value = "none", defaultValue = "${max}") int max,
				@HandshakeHeader(value = "x-none", defaultValue = "x") String text) {
			receive(header, query, auth, data, number, max, text);
		}

		@OnEvent("optional")
		void optional(@HandshakeHeader("x-level") Optional<Integer> level, @AuthValue("token") Optional<String> token) {
			receive(level, token);
		}

		@OnEvent("needsHeader")
		void needsHeader(@HandshakeHeader("x-none") String header) {
			receive(header);
		}

		@OnEvent("needsAuth")
		void needsAuth(@AuthValue("none") String value) {
			receive(value);
		}

		@OnEvent("needsData")
		void needsData(@SocketDataValue("none") String value) {
			receive(value);
		}

		@OnEvent("numericHeader")
		void numericHeader(@HandshakeHeader("X-Room") int room) {
			receive(room);
		}

		@OnEvent("emptyNumber")
		void emptyNumber(@HandshakeQuery("empty") Integer number) {
			receive(number);
		}

		@OnEvent("numericAuth")
		void numericAuth(@AuthValue("token") int token) {
			receive(token);
		}

		@OnEvent("valid")
		void valid(@Valid @AuthValue("device") Device device) {
			receive(device);
		}

		@OnEvent("principal")
		void principal(Principal principal) {
			receive(principal.getName());
		}

		@OnEvent("optionalPrincipal")
		void optionalPrincipal(Optional<Principal> principal, @Nullable Principal same) {
			receive(principal, (same != null) ? same.getName() : null);
		}

		@OnEvent("otherPrincipal")
		void otherPrincipal(Special principal) {
			receive(principal);
		}

	}

}
