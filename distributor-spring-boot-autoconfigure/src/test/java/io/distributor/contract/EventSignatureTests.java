package io.distributor.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

import io.distributor.annotation.OnEvent;
import io.distributor.backend.Answer;
import io.distributor.backend.Arguments;
import io.distributor.backend.BroadcastAnswers;
import io.distributor.backend.RequestResult;
import io.distributor.backend.typed.EventName;
import io.distributor.backend.typed.TypedAnswers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What events look like in TypeScript.
 */
class EventSignatureTests {

	@Test
	void describesWhatHandlersTakeAndAnswer() {
		assertThat(Contracts.create().handlers("/chat", Handlers.class).typeScript()).isEqualTo(
				"""

						/** Namespace "/chat" */
						export namespace Chat {
						  export interface ServerToClientEvents {
						  }

						  export interface ClientToServerEvents {
						    answers: (ack?: (...answer: any[]) => void) => void;
						    generic: (list: number[], ack: (answer: { [key: string]: boolean[] } | HandlerError) => void) => void;
						    later: (ack: (answer: string | HandlerError) => void) => void;
						    many: (ack: (answer: number | HandlerError) => void) => void;
						    maybe: (name: string | null, ack: (answer: number | null | HandlerError) => void) => void;
						    mono: (ack: (answer: number | HandlerError) => void) => void;
						    nothing: (ack?: (error?: HandlerError) => void) => void;
						    nothingLater: (ack?: (error?: HandlerError) => void) => void;
						    request: (ack?: (error?: HandlerError) => void) => void;
						    "with space": (function_: string, ack?: boolean | null, acknowledge?: (error?: HandlerError) => void) => void;
						  }
						}
						""");
	}

	@Test
	void describesWhatInterfacesSendAndExpect() {
		assertThat(Contracts.create().events("/game-room", Events.class).typeScript()).isEqualTo(
				"""

						/** Namespace "/game-room" */
						export namespace GameRoom {
						  export interface ServerToClientEvents {
						    all: (ack: (...answer: any[]) => void) => void;
						    "all typed": (ack: (answer: number[]) => void) => void;
						    confirm: (ack: () => void) => void;
						    nothing: () => void;
						    nullable: (text: string | null, rest: boolean) => void;
						    raw: (ack: (...answer: any[]) => void) => void;
						    several: (first: string, ...rest: number[]) => void;
						    severalWithAck: (...arguments_: [first: string, ...rest: number[], ack: (answer: string) => void]) => void;
						  }

						  export interface ClientToServerEvents {
						  }
						}
						""");
	}

	@Test
	void leavesOutPatternsOfEvents() {
		assertThat(Contracts.create().handlers("/chat", PatternHandlers.class).build().contract().namespaces())
			.isEmpty();
	}

	@Test
	void keepsNamespacesApart() {
		String module = Contracts.create()
			.events("/", Events.class)
			.events("/2d", Events.class)
			.events("/a/b_c", Events.class)
			.events("/aBC", Events.class)
			.typeScript();
		assertThat(module).contains("export namespace Main {", "export namespace N2d {", "export namespace ABC {",
				"export namespace ABC2 {");
	}

	@Test
	void takesTheSameDescriptionTwice() {
		assertThat(Contracts.create().events("/chat", Events.class).events("/chat", Events.class).build().contract())
			.isEqualTo(Contracts.create().events("/chat", Events.class).build().contract());
	}

	@Test
	void refusesAnEventThatIsDescribedDifferently() {
		Contracts contracts = Contracts.create().events("/chat", Events.class).events("/chat", OtherEvents.class);
		assertThatIllegalStateException().isThrownBy(() -> contracts.build().contract())
			.withMessageContaining("Event 'nothing' of namespace '/chat' is described twice and differently");
	}

	static class Handlers {

		@OnEvent("nothing")
		void nothing() {
		}

		@OnEvent("nothingLater")
		CompletionStage<Void> nothingLater() {
			throw new UnsupportedOperationException();
		}

		@OnEvent("request")
		CompletionStage<RequestResult> request() {
			throw new UnsupportedOperationException();
		}

		@OnEvent("with space")
		void keywords(String function, @Nullable Boolean ack) {
		}

		@OnEvent("generic")
		Map<String, List<Boolean>> generic(List<Integer> list) {
			throw new UnsupportedOperationException();
		}

		@OnEvent("later")
		CompletionStage<String> later() {
			throw new UnsupportedOperationException();
		}

		@OnEvent("mono")
		Mono<Integer> mono() {
			throw new UnsupportedOperationException();
		}

		@OnEvent("many.*")
		void pattern(int number) {
			throw new UnsupportedOperationException();
		}

		@OnEvent("many")
		Flux<Integer> many() {
			throw new UnsupportedOperationException();
		}

		@OnEvent("maybe")
		Optional<Integer> maybe(Optional<String> name) {
			throw new UnsupportedOperationException();
		}

		@OnEvent("answers")
		Answer answers() {
			throw new UnsupportedOperationException();
		}

	}

	static class PatternHandlers {

		@OnEvent({ "order.*", "*" })
		void any() {
		}

	}

	interface Events {

		void nothing();

		void nullable(@Nullable String text, boolean rest);

		void several(String first, int... rest);

		CompletionStage<String> severalWithAck(String first, int... rest);

		CompletionStage<Void> confirm();

		CompletionStage<Arguments> raw();

		CompletionStage<BroadcastAnswers> all();

		@EventName("all typed")
		CompletionStage<TypedAnswers<List<Integer>>> allTyped();

	}

	interface OtherEvents {

		void nothing(int something);

	}

}
