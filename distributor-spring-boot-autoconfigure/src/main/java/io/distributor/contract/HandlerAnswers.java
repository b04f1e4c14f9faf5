package io.distributor.contract;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.concurrent.CompletionStage;

import io.distributor.backend.Ack;
import io.distributor.backend.Answer;
import io.distributor.backend.RequestResult;
import io.distributor.contract.model.EventAnswer;
import io.distributor.contract.model.ValueType;
import io.distributor.contract.type.Direction;
import io.distributor.contract.type.TypeReader;

import org.springframework.core.Nullness;
import org.springframework.core.ReactiveAdapter;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.core.ResolvableType;

/**
 * Finds out what a handler method answers with.
 */
final class HandlerAnswers {

	private final TypeReader types;

	HandlerAnswers(TypeReader types) {
		this.types = types;
	}

	EventAnswer of(Method method, Class<?> beanType) {
		ResolvableType returned = ResolvableType.forMethodReturnType(method, beanType);
		ResolvableType value = value(returned);
		if (isNothing(value)) {
			boolean answersItself = Arrays.asList(method.getParameterTypes()).contains(Ack.class);
			return answersItself ? new EventAnswer.Anything() : new EventAnswer.Receipt();
		}
		if (value.toClass() == Answer.class || value == ResolvableType.NONE) {
			return new EventAnswer.Anything();
		}
		ValueType type = this.types.read(value.getType(), Direction.OUTPUT);
		boolean nullable = value == returned && Nullness.forMethodReturnType(method) == Nullness.NULLABLE;
		return new EventAnswer.Value(nullable ? type.orNull() : type);
	}

	private static ResolvableType value(ResolvableType returned) {
		if (CompletionStage.class.isAssignableFrom(returned.toClass())) {
			return returned.as(CompletionStage.class).getGeneric();
		}
		ReactiveAdapter adapter = ReactiveAdapterRegistry.getSharedInstance().getAdapter(returned.toClass());
		if (adapter == null) {
			return returned;
		}
		return adapter.isNoValue() ? ResolvableType.forClass(Void.class) : returned.getGeneric();
	}

	/**
	 * What became of a request to distributors is not told to clients.
	 */
	private static boolean isNothing(ResolvableType type) {
		Class<?> raw = type.toClass();
		return raw == void.class || raw == Void.class || raw == RequestResult.class;
	}

}
