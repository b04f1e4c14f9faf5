package io.distributor.tests.support;

import java.util.Arrays;
import java.util.Locale;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Evaluates {@link RequiresProgram}.
 */
final class RequiresProgramCondition implements ExecutionCondition {

	private static final String REQUIRED = "distributor.tests.require";

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		return AnnotationSupport.findAnnotation(context.getElement(), RequiresProgram.class)
			.map((annotation) -> evaluate(annotation.value()))
			.orElseGet(() -> ConditionEvaluationResult.enabled("needs no program"));
	}

	private static ConditionEvaluationResult evaluate(Program program) {
		if (program.find().isPresent()) {
			return ConditionEvaluationResult.enabled("found " + program.require());
		}
		if (isRequired(program)) {
			throw new IllegalStateException(program.absence() + ", but " + REQUIRED + " demands it");
		}
		return ConditionEvaluationResult.disabled(program.absence());
	}

	private static boolean isRequired(Program program) {
		String[] names = System.getProperty(REQUIRED, "").split("[,\\s]+");
		return Arrays.asList(names).contains(program.name().toLowerCase(Locale.ROOT));
	}

}
