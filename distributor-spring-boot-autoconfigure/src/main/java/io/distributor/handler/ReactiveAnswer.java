package io.distributor.handler;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

import org.springframework.core.ReactiveAdapter;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.core.ResolvableType;

/**
 * Turns a reactive type into a stage of its value, of several the first. Loaded only when
 * Reactor is there.
 */
final class ReactiveAnswer {

	private final ReactiveAdapter adapter;

	private final boolean valueless;

	private ReactiveAnswer(ReactiveAdapter adapter, boolean valueless) {
		this.adapter = adapter;
		this.valueless = valueless;
	}

	static @Nullable ReactiveAnswer forType(ResolvableType type) {
		ReactiveAdapter adapter = ReactiveAdapterRegistry.getSharedInstance().getAdapter(type.toClass());
		if (adapter == null) {
			return null;
		}
		boolean valueless = adapter.isNoValue() || type.getGeneric().toClass() == Void.class;
		return new ReactiveAnswer(adapter, valueless);
	}

	boolean isValueless() {
		return this.valueless;
	}

	AnswerAdapter andThen(AnswerAdapter next) {
		return (returned, event) -> next.answer(toStage(returned), event);
	}

	private @Nullable Object toStage(@Nullable Object returned) {
		if (returned == null) {
			return null;
		}
		Flux<?> values = Flux.from(this.adapter.toPublisher(returned));
		return (this.valueless ? values.then() : values.next()).toFuture();
	}

}
