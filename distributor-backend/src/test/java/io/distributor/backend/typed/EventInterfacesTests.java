package io.distributor.backend.typed;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.distributor.backend.Arguments;
import io.distributor.backend.BroadcastAnswers;
import io.distributor.backend.BroadcastOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

class EventInterfacesTests {

	private final EventInterfaces interfaces = new EventInterfaces((name) -> {
	});

	@Test
	void tellsWhichEventsAnInterfaceDescribes() {
		List<EventMethod> methods = this.interfaces.methods(Everything.class);
		assertThat(methods)
			.extracting(EventMethod::event, EventMethod::spread, EventMethod::answer, EventMethod::timeout)
			.containsExactly(tuple("all", false, new ExpectedAnswer.OfAll(Arguments.class), Duration.ofMinutes(2)),
					tuple("bytes", false, new ExpectedAnswer.None(), null),
					tuple("one", false, new ExpectedAnswer.OfOne(String.class), Duration.ofSeconds(3)),
					tuple("rest", true, new ExpectedAnswer.None(), null),
					tuple("typed", false, new ExpectedAnswer.OfAll(Integer.class), Duration.ofMinutes(2)),
					tuple("with space", false, new ExpectedAnswer.None(), null));
	}

	@ParameterizedTest
	@ValueSource(classes = { ReturnsValue.class, ReturnsFuture.class, ReturnsRawStage.class, ReturnsVariable.class,
			ReturnsAnything.class, ReturnsRawAnswers.class })
	void refusesOtherReturnTypes(Class<?> type) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.interfaces.methods(type))
			.withMessageStartingWith(type.getSimpleName() + ".ask: returns ")
			.withMessageContaining(
					"(expected: void to emit; CompletionStage<T> or CompletableFuture<T> for the answer");
	}

	@ParameterizedTest
	@ValueSource(classes = { String.class, Sealed.class, Override.class })
	void refusesWhatIsNoOpenInterface(Class<?> type) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.interfaces.methods(type))
			.withMessage(type.getName() + ": not usable (expected: an interface, not sealed, each of whose methods "
					+ "sends an event)");
	}

	@Test
	void refusesAnInterfaceWithoutEvents() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.interfaces.methods(Empty.class))
			.withMessageEndingWith("Empty: no methods (expected: methods that send an event each)");
	}

	@Test
	void refusesTwoMethodsForOneEvent() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.interfaces.methods(Overloaded.class))
			.withMessageContaining("sends the event 'say' as Overloaded.say does (expected: one method for each event");
	}

	@Test
	void refusesABlankName() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.interfaces.methods(Blank.class))
			.withMessage("Blank.say: @EventName is blank (expected: the name of an event)");
	}

	@Test
	void refusesTimeoutsThatMeanNothing() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.interfaces.methods(TimeoutOfEmit.class))
			.withMessageStartingWith("TimeoutOfEmit.say: @AckTimeout on a method that waits for nothing");
		assertThatIllegalArgumentException().isThrownBy(() -> this.interfaces.methods(NoTime.class))
			.withMessage("NoTime.ask: @AckTimeout(0) (expected: > 0)");
	}

	@Test
	void takesAMethodOfTwoInterfacesForOne() {
		assertThat(this.interfaces.methods(Both.class)).extracting(EventMethod::event).containsOnly("say");
	}

	@Test
	void letsGoOfTheClassLoaderOfAnInterface() throws Exception {
		WeakReference<ClassLoader> loader = useInterfaceOfAnotherLoader();
		await().until(() -> {
			System.gc();
			return loader.get() == null;
		});
		assertThat(this.interfaces.methods(Both.class)).isNotEmpty();
	}

	private WeakReference<ClassLoader> useInterfaceOfAnotherLoader() throws Exception {
		ClassLoader loader = new CopyingClassLoader();
		Class<?> type = loader.loadClass(One.class.getName());
		assertThat(type).isNotSameAs(One.class);
		BroadcastOperator nobody = (BroadcastOperator) Proxy.newProxyInstance(getClass().getClassLoader(),
				new Class<?>[] { BroadcastOperator.class }, (proxy, method, arguments) -> null);
		assertThat(this.interfaces.emitter(type, nobody)).isInstanceOf(type);
		return new WeakReference<>(loader);
	}

	private static final class CopyingClassLoader extends ClassLoader {

		CopyingClassLoader() {
			super(EventInterfacesTests.class.getClassLoader());
		}

		@Override
		protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
			if (!name.equals(One.class.getName())) {
				return super.loadClass(name, resolve);
			}
			try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
				byte[] bytes = file.readAllBytes();
				return defineClass(name, bytes, 0, bytes.length);
			}
			catch (IOException ex) {
				throw new ClassNotFoundException(name, ex);
			}
		}

	}

	@AckTimeout(value = 2, unit = TimeUnit.MINUTES)
	interface Everything {

		@EventName("with space")
		void spaced(String text);

		void rest(int... numbers);

		void bytes(byte... bytes);

		@AckTimeout(3)
		CompletionStage<String> one();

		CompletionStage<BroadcastAnswers> all();

		CompletableFuture<TypedAnswers<Integer>> typed();

		default void notAnEvent() {
		}

		static void neither() {
		}

		@Override
		String toString();

	}

	interface ReturnsValue {

		int ask();

	}

	interface ReturnsFuture {

		Future<String> ask();

	}

	@SuppressWarnings("rawtypes")
	interface ReturnsRawStage {

		CompletionStage ask();

	}

	interface ReturnsVariable {

		<T> CompletionStage<T> ask();

	}

	interface ReturnsAnything {

		CompletionStage<?> ask();

	}

	@SuppressWarnings("rawtypes")
	interface ReturnsRawAnswers {

		CompletionStage<TypedAnswers> ask();

	}

	sealed interface Sealed {

		void say();

		record Only() implements Sealed {

			@Override
			public void say() {
			}

		}

	}

	interface Empty {

	}

	interface Overloaded {

		void say(String text);

		void say(int number);

	}

	interface Blank {

		@EventName(" ")
		void say();

	}

	interface TimeoutOfEmit {

		@AckTimeout(1)
		void say();

	}

	interface NoTime {

		@AckTimeout(0)
		CompletionStage<String> ask();

	}

	interface One {

		void say(String text);

	}

	interface Other {

		void say(String text);

	}

	interface Both extends One, Other {

	}

}
