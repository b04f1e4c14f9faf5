package io.distributor.backend.namespace;

import java.util.ArrayList;
import java.util.List;

import io.distributor.backend.Event;
import io.distributor.backend.EventHandler;
import io.distributor.backend.EventListener;
import org.jspecify.annotations.Nullable;

/**
 * The listeners a socket has for one event, and the handler they make together. If one
 * fails, those behind it are not called. Immutable.
 *
 * @param event name of the event
 * @param steps the listeners in their order
 * @param handler calls them
 */
record ListenerChain(String event, List<Step> steps, RegisteredHandler handler) {

	private static ListenerChain of(String event, List<Step> steps) {
		EventHandler handler = (received) -> call(steps, received);
		boolean concurrent = steps.stream().allMatch((step) -> step.listener().isConcurrent());
		return new ListenerChain(event, steps,
				new RegisteredHandler(event, concurrent ? EventHandler.concurrent(handler) : handler));
	}

	static ListenerChain of(String event, EventListener listener, boolean once) {
		return of(event, List.of(new Step(listener, once)));
	}

	private static Object call(List<Step> steps, Event event) throws Exception {
		for (Step step : steps) {
			step.listener().onEvent(event);
		}
		return EventHandler.NO_ANSWER;
	}

	ListenerChain with(ListenerChain other) {
		List<Step> all = new ArrayList<>(this.steps);
		all.addAll(other.steps);
		return of(this.event, List.copyOf(all));
	}

	/**
	 * Leaves out the last step with a listener.
	 * @return the rest, or {@code null} if nothing is left
	 */
	@Nullable ListenerChain without(EventListener listener) {
		for (int i = this.steps.size() - 1; i >= 0; i--) {
			if (this.steps.get(i).listener().equals(listener)) {
				List<Step> rest = new ArrayList<>(this.steps);
				rest.remove(i);
				return ofRest(List.copyOf(rest));
			}
		}
		return this;
	}

	/**
	 * Leaves out the steps that are taken once.
	 * @return the rest, or {@code null} if nothing is left
	 */
	@Nullable ListenerChain taken() {
		List<Step> rest = this.steps.stream().filter((step) -> !step.once()).toList();
		return (rest.size() == this.steps.size()) ? this : ofRest(rest);
	}

	private @Nullable ListenerChain ofRest(List<Step> rest) {
		return rest.isEmpty() ? null : of(this.event, rest);
	}

	/**
	 * A listener.
	 *
	 * @param listener the listener
	 * @param once whether it is called once
	 */
	record Step(EventListener listener, boolean once) {
	}

}
