package io.distributor.autoconfigure.siod;

import java.util.List;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Matches if there are namespaces whose other half is the original.
 */
class OnOriginalNamespacesCondition extends SpringBootCondition {

	private static final String PROPERTY = "distributor.interop.siod.namespaces";

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		List<String> namespaces = Binder.get(context.getEnvironment())
			.bind(PROPERTY, Bindable.listOf(String.class))
			.orElse(List.of());
		ConditionMessage.Builder message = ConditionMessage.forCondition("namespaces of the original");
		return namespaces.isEmpty() ? ConditionOutcome.noMatch(message.didNotFind("property").items(PROPERTY))
				: ConditionOutcome.match(message.found("namespace", "namespaces").items(namespaces));
	}

}
