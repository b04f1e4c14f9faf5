package io.distributor.test.socket;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.assertj.core.api.AbstractAssert;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on a client. Those on what is there wait for it, as long as
 * {@link SocketTester#timeout} says; those on what is not look at this moment, so let
 * {@link SocketTester#awaitHandled()} or an acknowledgement come before.
 */
public final class TestSocketAssert extends AbstractAssert<TestSocketAssert, TestSocket> {

	TestSocketAssert(TestSocket actual) {
		super(actual, TestSocketAssert.class);
	}

	/**
	 * Waits for an event; whether it was awaited before does not matter.
	 * @param event name of the event
	 * @return this assertion
	 */
	public TestSocketAssert hasReceived(String event) {
		this.actual.state().await("event '" + event + "'", () -> events(event).isEmpty() ? null : Boolean.TRUE);
		return this;
	}

	/**
	 * Waits for an event with these arguments, compared as JSON, and byte for byte where
	 * they are binary.
	 * @param event name of the event
	 * @param arguments all its arguments
	 * @return this assertion
	 */
	public TestSocketAssert hasReceivedExactly(String event, @Nullable Object... arguments) {
		this.actual.state()
			.await("event '" + event + "' with these arguments",
					() -> events(event).stream()
						.anyMatch((received) -> this.actual.json().hasArguments(received, arguments)) ? Boolean.TRUE
								: null);
		return this;
	}

	/**
	 * Looks for an event that should not have come.
	 * @param event name of the event
	 * @return this assertion
	 */
	public TestSocketAssert hasNotReceived(String event) {
		List<ReceivedEvent> events = events(event);
		if (!events.isEmpty()) {
			failWithMessage("%s received %s (expected: no event '%s')", this.actual, events, event);
		}
		return this;
	}

	/**
	 * Looks whether the client is connected.
	 * @return this assertion
	 */
	public TestSocketAssert isConnected() {
		if (!this.actual.isConnected()) {
			failWithMessage("%s was disconnected: %s (expected: connected)", this.actual, this.actual.state().end());
		}
		return this;
	}

	/**
	 * Waits until the client is disconnected.
	 * @return this assertion
	 */
	public TestSocketAssert isDisconnected() {
		await("to be disconnected", () -> !this.actual.isConnected());
		return this;
	}

	/**
	 * Waits until the client is in rooms.
	 * @param rooms names of the rooms
	 * @return this assertion
	 */
	public TestSocketAssert isInRooms(String... rooms) {
		await("to be in " + List.of(rooms), () -> this.actual.rooms().containsAll(List.of(rooms)));
		return this;
	}

	/**
	 * Looks for a room the client should not be in.
	 * @param room name of the room
	 * @return this assertion
	 */
	public TestSocketAssert isNotInRoom(String room) {
		if (this.actual.rooms().contains(room)) {
			failWithMessage("%s is in room '%s' (expected: not to be)", this.actual, room);
		}
		return this;
	}

	private List<ReceivedEvent> events(String name) {
		return this.actual.received().stream().filter((event) -> event.name().equals(name)).toList();
	}

	private void await(String what, BooleanSupplier condition) {
		try {
			Awaitility.await()
				.pollInterval(Duration.ofMillis(5))
				.atMost(this.actual.timeout())
				.until(condition::getAsBoolean);
		}
		catch (ConditionTimeoutException ex) {
			failWithMessage("%s was expected %s within %s ms", this.actual, what, this.actual.timeout().toMillis());
		}
	}

}
