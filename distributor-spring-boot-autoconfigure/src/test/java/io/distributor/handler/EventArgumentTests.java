package io.distributor.handler;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.distributor.annotation.HandshakeQuery;
import io.distributor.annotation.OnEvent;
import io.distributor.backend.Ack;
import io.distributor.backend.ArgumentConversionException;
import io.distributor.backend.Arguments;
import io.distributor.backend.Event;
import io.distributor.backend.Handshake;
import io.distributor.backend.IndirectIo;
import io.distributor.backend.Namespace;
import io.distributor.backend.Socket;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.validation.ObjectError;
import org.springframework.validation.annotation.Validated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * What the parameters of a method with {@link OnEvent} get.
 */
class EventArgumentTests {

	private HandlerContext context;

	@BeforeEach
	void start() {
		this.context = HandlerContext.of(Handlers.class);
	}

	@AfterEach
	void stop() {
		this.context.close();
	}

	@Test
	void givesWhatTheEventKnowsByType() throws Exception {
		TestEvent event = this.context.io().event("special", "[]");
		this.context.io().handle(event);
		assertThat(received()).containsExactly(event.socket(), this.context.io(), this.context.io(), event, event,
				event, TestSocket.HANDSHAKE);
	}

	@Test
	void givesTheNextArgumentToEveryOtherParameter() throws Exception {
		this.context.io().handle("positional", "[\"general\", {\"author\":\"Ann\",\"text\":\"hi\"}, 3]");
		assertThat(received().get(0)).isEqualTo("general");
		assertThat(received().get(2)).isEqualTo(new Post("Ann", "hi"));
		assertThat(received().get(3)).isEqualTo(3);
	}

	@Test
	void convertsToGenericTypes() throws Exception {
		this.context.io()
			.handle("generic", "[[{\"author\":\"Ann\",\"text\":\"hi\"}], {\"a\":[1,2]}, {\"x\":true}, \"AQI=\"]");
		assertThat(received().get(0)).isEqualTo(List.of(new Post("Ann", "hi")));
		assertThat(received().get(1)).isEqualTo(Map.of("a", List.of(1L, 2L)));
		assertThat(((JsonNode) received().get(2)).path("x").asBoolean()).isTrue();
		assertThat(received().get(3)).isEqualTo(new byte[] { 1, 2 });
	}

	@Test
	void resolvesTypeVariablesOfASuperclass() throws Exception {
		this.context.io().handle("inherited", "[{\"author\":\"Ann\",\"text\":\"hi\"}]");
		assertThat(received()).containsExactly(new Post("Ann", "hi"));
	}

	@Test
	void leavesOutWhatMayBeAbsent() throws Exception {
		this.context.io().handle("absent", "[null]");
		assertThat(received()).containsExactly(null, Optional.empty());
	}

	@Test
	void wrapsWhatIsOptional() throws Exception {
		this.context.io().handle("absent", "[\"a\", {\"author\":\"Ann\",\"text\":\"hi\"}]");
		assertThat(received()).containsExactly("a", Optional.of(new Post("Ann", "hi")));
	}

	@Test
	void refusesAnAbsentArgumentThatIsNeeded() {
		assertThatExceptionOfType(ArgumentConversionException.class)
			.isThrownBy(() -> this.context.io().handle("positional", "[\"general\", null, 3]"))
			.withMessageContaining("argument 1: null or absent")
			.withMessageContaining("Post");
		assertThatExceptionOfType(ArgumentConversionException.class)
			.isThrownBy(() -> this.context.io().handle("positional", "[]"))
			.withMessageContaining("argument 0");
		assertThat(received()).isEmpty();
	}

	@Test
	void validatesWhatAsksForIt() throws Exception {
		this.context.io().handle("valid", "[{\"author\":\"Ann\",\"text\":\"hi\"}]");
		assertThat(received()).containsExactly(new Post("Ann", "hi"));
		assertThatExceptionOfType(ArgumentConversionException.class)
			.isThrownBy(() -> this.context.io().handle("valid", "[{\"author\":\"Ann\",\"text\":\" \"}]"))
			.withMessage("argument 0: text must not be blank");
		assertThatExceptionOfType(ArgumentConversionException.class)
			.isThrownBy(() -> this.context.io().handle("validated", "[{\"author\":\"\",\"text\":\"secret\"}]"))
			.withMessageContaining("author")
			.withMessageNotContaining("secret");
	}

	@Test
	void validatesTheGroupsNamed() throws Exception {
		this.context.io().handle("group", "[{\"author\":\"\",\"text\":\"\"}]");
		assertThat(received()).containsExactly(new Post("", ""));
	}

	@Test
	void checksConstraintsOfParameters() throws Exception {
		this.context.io().handle("constrained", "[\"ann\", 3]");
		assertThat(received()).containsExactly("ann", 3);
		assertThatExceptionOfType(ArgumentValidationException.class)
			.isThrownBy(() -> this.context.io().handle("constrained", "[\" \", 0]"))
			.withMessage("argument 0: must not be blank; argument 1: must be greater than 0")
			.satisfies((ex) -> assertThat(ex.errors()).extracting(ObjectError::getObjectName, ObjectError::getCode)
				.containsExactly(tuple("argument 0", "NotBlank"), tuple("argument 1", "Positive")));
		assertThat(received()).hasSize(2);
	}

	@Test
	void checksConstraintsOfOtherParametersElementsAndPayloadsTogether() throws Exception {
		assertThatExceptionOfType(ArgumentValidationException.class)
			.isThrownBy(() -> this.context.io().handle("mixed", "[{\"author\":\"Ann\",\"text\":\"hi\"}, [\"\"], \"\"]"))
			.withMessage("argument 1: must not be blank; argument 2: must not be blank; "
					+ "query parameter 'page': must be greater than or equal to 4");
		assertThatExceptionOfType(ArgumentValidationException.class)
			.isThrownBy(() -> this.context.io().handle("mixed", "[{\"author\":\"\",\"text\":\"hi\"}, [], null]"))
			.withMessage("argument 0: author must not be blank");
		assertThat(received()).isEmpty();
	}

	@Test
	void checksConstraintsInTheGroupsOfTheClass() throws Exception {
		try (HandlerContext grouped = HandlerContext.of(Grouped.class)) {
			grouped.io().handle("constrained", "[\" \"]");
			assertThat(grouped.bean(Grouped.class).received).containsExactly(" ");
		}
	}

	@Test
	void validatesNothingWithoutAValidator() throws Exception {
		try (HandlerContext unvalidated = HandlerContext.withoutValidator(Handlers.class)) {
			unvalidated.io().handle("valid", "[{\"author\":\"\",\"text\":\"\"}]");
			unvalidated.io().handle("constrained", "[\"\", 0]");
			assertThat(unvalidated.bean(Handlers.class).received).containsExactly(new Post("", ""), "", 0);
		}
	}

	private List<Object> received() {
		return this.context.bean(Handlers.class).received;
	}

	record Post(@NotBlank String author, @NotBlank String text) {

	}

	interface Other {

	}

	@Validated(Other.class)
	static class Grouped {

		final List<String> received = new ArrayList<>();

		@OnEvent("constrained")
		void constrained(@NotBlank String name) {
			this.received.add(name);
		}

	}

	abstract static class Base<T> {

		final List<Object> received = new ArrayList<>();

		@OnEvent("inherited")
		void inherited(T value) {
			this.received.add(value);
		}

	}

	static class Handlers extends Base<Post> {

		@OnEvent("special")
		void special(Socket socket, Namespace namespace, IndirectIo io, Event event, Ack ack, Arguments arguments,
				Handshake handshake) {
			this.received.addAll(List.of(socket, namespace, io, event, ack, arguments, handshake));
		}

		@OnEvent("positional")
		void positional(String room, Socket socket, Post post, int times) {
			this.received.addAll(List.of(room, socket, post, times));
		}

		@OnEvent("generic")
		void generic(List<Post> posts, Map<String, List<Long>> numbers, JsonNode node, byte[] bytes) {
			this.received.addAll(List.of(posts, numbers, node, bytes));
		}

		@OnEvent("absent")
		void absent(@Nullable String text, Optional<Post> post) {
			this.received.add(text);
			this.received.add(post);
		}

		@OnEvent("valid")
		void valid(@Valid Post post) {
			this.received.add(post);
		}

		@OnEvent("validated")
		void validated(@Validated Post post) {
			this.received.add(post);
		}

		@OnEvent("constrained")
		void constrained(@NotBlank String name, Socket socket, @Positive int count) {
			this.received.addAll(List.of(name, count));
		}

		@OnEvent("mixed")
		void mixed(@Valid Post post, List<@NotBlank String> tags, Optional<@NotBlank String> title,
				@HandshakeQuery @Min(4) int page) {
			this.received.add(post);
		}

		@OnEvent("group")
		void group(@Validated(Other.class) Post post) {
			this.received.add(post);
		}

	}

}
