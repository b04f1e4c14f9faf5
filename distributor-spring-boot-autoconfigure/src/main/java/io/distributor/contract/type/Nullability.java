package io.distributor.contract.type;

import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;

import org.springframework.core.Nullness;

/**
 * Says whether a member is declared to be null at times. What says nothing is not.
 */
final class Nullability {

	private Nullability() {
	}

	static boolean of(@Nullable AnnotatedMember member) {
		return nullness(member) == Nullness.NULLABLE;
	}

	private static Nullness nullness(@Nullable AnnotatedMember member) {
		if (member instanceof AnnotatedParameter parameter && parameter.getMember() instanceof Executable executable) {
			return Nullness.forParameter(executable.getParameters()[parameter.getIndex()]);
		}
		if (member != null && member.getMember() instanceof Field field) {
			return Nullness.forField(field);
		}
		if (member != null && member.getMember() instanceof Method method) {
			return (method.getParameterCount() == 1) ? Nullness.forParameter(method.getParameters()[0])
					: Nullness.forMethodReturnType(method);
		}
		return Nullness.UNSPECIFIED;
	}

}
