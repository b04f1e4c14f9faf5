package io.distributor.backend.typed;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Reads the methods of an event interface, and says what is wrong with it.
 */
final class EventMethodReader {

	private final Class<?> type;

	private final Consumer<String> nameCheck;

	private final Map<String, EventMethod> byEvent = new HashMap<>();

	EventMethodReader(Class<?> type, Consumer<String> nameCheck) {
		this.type = type;
		this.nameCheck = nameCheck;
	}

	/**
	 * Reads them.
	 * @throws IllegalArgumentException if it is no event interface
	 */
	List<EventMethod> read() {
		if (!this.type.isInterface() || this.type.isAnnotation() || this.type.isSealed()) {
			throw new IllegalArgumentException(this.type.getName()
					+ ": not usable (expected: an interface, not sealed, each of whose methods " + "sends an event)");
		}
		List<EventMethod> methods = Arrays.stream(this.type.getMethods())
			.filter(EventInterface::isEvent)
			.map(this::read)
			.sorted(Comparator.comparing(EventMethod::event))
			.toList();
		if (methods.isEmpty()) {
			throw new IllegalArgumentException(
					this.type.getName() + ": no methods (expected: methods that send an event each)");
		}
		methods.forEach(this::claim);
		return methods;
	}

	private EventMethod read(Method method) {
		String event = event(method);
		ExpectedAnswer answer = AnswerTypes.of(method);
		// A byte... is one binary argument, as byte[] is everywhere.
		boolean spread = method.isVarArgs()
				&& method.getParameterTypes()[method.getParameterCount() - 1] != byte[].class;
		return new EventMethod(method, event, spread, answer, timeout(method, answer));
	}

	private String event(Method method) {
		EventName annotation = method.getAnnotation(EventName.class);
		String event = (annotation != null) ? annotation.value() : method.getName();
		if (event.isBlank()) {
			throw refused(method, "@EventName is blank (expected: the name of an event)");
		}
		try {
			this.nameCheck.accept(event);
		}
		catch (IllegalArgumentException ex) {
			throw refused(method, String.valueOf(ex.getMessage()));
		}
		return event;
	}

	private static @Nullable Duration timeout(Method method, ExpectedAnswer answer) {
		boolean waits = !(answer instanceof ExpectedAnswer.None);
		AckTimeout ofMethod = method.getAnnotation(AckTimeout.class);
		if (ofMethod != null && !waits) {
			throw refused(method, "@AckTimeout on a method that waits for nothing (expected: a CompletionStage as its "
					+ "return type, or no @AckTimeout)");
		}
		AckTimeout timeout = (ofMethod != null) ? ofMethod : method.getDeclaringClass().getAnnotation(AckTimeout.class);
		if (timeout == null || !waits) {
			return null;
		}
		if (timeout.value() <= 0) {
			throw refused(method, "@AckTimeout(" + timeout.value() + ") (expected: > 0)");
		}
		return Duration.of(timeout.value(), timeout.unit().toChronoUnit());
	}

	private void claim(EventMethod method) {
		EventMethod other = this.byEvent.putIfAbsent(method.event(), method);
		if (other != null && !isSame(other.method(), method.method())) {
			throw refused(method.method(), "sends the event '" + method.event() + "' as " + other + " does "
					+ "(expected: one method for each event; name them apart with @EventName)");
		}
	}

	// Two interfaces it extends may declare the same method.
	private static boolean isSame(Method one, Method other) {
		return one.getName().equals(other.getName())
				&& Arrays.equals(one.getParameterTypes(), other.getParameterTypes());
	}

	static IllegalArgumentException refused(Method method, String problem) {
		return new IllegalArgumentException(EventMethod.nameOf(method) + ": " + problem);
	}

}
