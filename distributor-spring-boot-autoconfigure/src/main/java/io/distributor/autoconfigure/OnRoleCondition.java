package io.distributor.autoconfigure;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Compares the role with those of {@link ConditionalOnRole}.
 */
class OnRoleCondition extends SpringBootCondition {

	private static final String PROPERTY = "distributor.role";

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		Map<String, @Nullable Object> attributes = Objects
			.requireNonNull(metadata.getAnnotationAttributes(ConditionalOnRole.class.getName()));
		Role[] wanted = (Role[]) Objects.requireNonNull(attributes.get("value"));
		Role role = role(context.getEnvironment());
		ConditionMessage.Builder message = ConditionMessage.forCondition(ConditionalOnRole.class, (Object[]) wanted);
		if (role == null) {
			return ConditionOutcome.noMatch(message.didNotFind("property").items(PROPERTY));
		}
		return new ConditionOutcome(Arrays.asList(wanted).contains(role), message.found("role").items(role));
	}

	private static @Nullable Role role(Environment environment) {
		String text = Binder.get(environment).bind(PROPERTY, String.class).orElse("");
		if (!StringUtils.hasText(text)) {
			return null;
		}
		return Arrays.stream(Role.values())
			.filter((role) -> role.name().equalsIgnoreCase(text.trim()))
			.findFirst()
			.orElseThrow(() -> new InvalidConfigurationPropertyValueException(PROPERTY, text,
					"There is no such role. Use 'distributor' (holds client connections), 'backend' (owns namespaces), "
							+ "'standalone' (both in one process, without Redis), or leave it out to switch everything off."));
	}

}
