package io.distributor.autoconfigure;

import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Compares the engine with that of {@link ConditionalOnServerEngine}.
 */
class OnServerEngineCondition extends SpringBootCondition {

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		Map<String, @Nullable Object> attributes = Objects
			.requireNonNull(metadata.getAnnotationAttributes(ConditionalOnServerEngine.class.getName()));
		Object wanted = Objects.requireNonNull(attributes.get("value"));
		ServerProperties.Engine engine = Binder.get(context.getEnvironment())
			.bind("distributor.server.engine", ServerProperties.Engine.class)
			.orElse(ServerProperties.Engine.BUILT_IN);
		return new ConditionOutcome(engine == wanted,
				ConditionMessage.forCondition(ConditionalOnServerEngine.class, wanted).found("engine").items(engine));
	}

}
