package io.distributor.handler;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.distributor.annotation.NamespaceVariable;
import org.jspecify.annotations.Nullable;

import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.convert.ConversionException;
import org.springframework.messaging.handler.annotation.ValueConstants;
import org.springframework.util.StringUtils;

/**
 * Makes the sources of parameters whose annotation names a value.
 */
final class NamedValues {

	private final ParameterNameDiscoverer parameterNames = new DefaultParameterNameDiscoverer();

	private final HandlerTools tools;

	NamedValues(HandlerTools tools) {
		this.tools = tools;
	}

	/**
	 * Returns the annotations, for texts.
	 */
	static String annotationNames() {
		return NamedValueKind.ALL.stream().map(NamedValues::name).collect(Collectors.joining(", "));
	}

	/**
	 * Makes the source of a parameter.
	 * @param target the method of the parameter
	 * @return the source, or {@code null} if the parameter has none of the annotations
	 * @throws InvalidHandlerMethodException if it has several, or cannot have what it
	 * asks for
	 */
	@Nullable NamedParameter find(MethodParameter parameter, HandlerTarget target) {
		List<NamedValueKind> kinds = NamedValueKind.ALL.stream()
			.filter((kind) -> annotation(parameter, kind).isPresent())
			.toList();
		if (kinds.isEmpty()) {
			return null;
		}
		if (kinds.size() > 1) {
			throw problem(parameter,
					"is annotated with "
							+ kinds.stream().map(NamedValues::name).collect(Collectors.joining(" and with ")),
					"Give the parameter one of these annotations.");
		}
		if (HandlerKind.isSpecial(parameter.getParameterType())) {
			throw problem(parameter,
					"is annotated with " + name(kinds.get(0)) + " and of type " + parameter.getParameterType().getName()
							+ ", which is filled by its type",
					"Leave the annotation out, or give the parameter the type of the value.");
		}
		NamedParameter created = create(parameter, kinds.get(0));
		if (created.kind().annotation() == NamespaceVariable.class) {
			checkVariable(parameter, created, target);
		}
		return created;
	}

	private NamedParameter create(MethodParameter parameter, NamedValueKind kind) {
		MergedAnnotation<?> annotation = annotation(parameter, kind);
		ParameterType wanted = ParameterType.of(parameter);
		NamedValueConversion conversion = NamedValueConversion.of(kind.form(), wanted.type(), this.tools);
		if (!conversion.isPossible()) {
			throw problem(parameter, "is of type " + wanted.type().getTypeName() + ", which text does not convert to",
					"Give it a type that Spring's conversion service knows, or add a converter.");
		}
		String name = name(parameter, kind, annotation.getString("value"));
		Object absent = defaultValue(parameter, wanted, annotation.getString("defaultValue"));
		return new NamedParameter(kind, name, wanted, conversion,
				ArgumentValidation.of(parameter, this.tools.validator()), absent);
	}

	private static void checkVariable(MethodParameter parameter, NamedParameter variable, HandlerTarget target) {
		Set<String> known = target.variableNames();
		if (!target.namespaces().isEmpty() && !known.contains(variable.name())) {
			throw problem(parameter,
					"wants the variable '" + variable.name() + "', which is not in " + target.namespaceNames(),
					known.isEmpty()
							? "Give its class a pattern of namespaces: @SocketNamespace(\"/workspace-{"
									+ variable.name() + "}\")."
							: "Name one of these variables: " + String.join(", ", known) + ".");
		}
		if (variable.isNeeded() && !target.hasVariableEverywhere(variable.name())) {
			throw problem(parameter,
					"needs the variable '" + variable.name() + "', which not all namespaces of its class have",
					"Declare it @Nullable or Optional, give it a default value, or keep its class to namespaces that "
							+ "have the variable, with @SocketNamespace.");
		}
	}

	private String name(MethodParameter parameter, NamedValueKind kind, String declared) {
		String name = this.tools.resolve(declared);
		if (StringUtils.hasText(name)) {
			return name;
		}
		parameter.initParameterNameDiscovery(this.parameterNames);
		String parameterName = parameter.getParameterName();
		if (parameterName == null) {
			throw problem(parameter, "has no name for its " + name(kind),
					"Name the value, or compile with '-parameters'.");
		}
		return parameterName;
	}

	private @Nullable Object defaultValue(MethodParameter parameter, ParameterType wanted, String declared) {
		if (declared.equals(ValueConstants.DEFAULT_NONE)) {
			return null;
		}
		try {
			return NamedValueConversion.of(NamedValueKind.Form.TEXT, wanted.type(), this.tools)
				.convert(this.tools.resolve(declared));
		}
		catch (ConversionException ex) {
			throw problem(parameter,
					"has the default value '" + declared + "', which is no " + wanted.type().getTypeName(),
					"Give it a default value that converts to its type.");
		}
	}

	private static MergedAnnotation<?> annotation(MethodParameter parameter, NamedValueKind kind) {
		return MergedAnnotations.from(parameter.getParameterAnnotations()).get(kind.annotation());
	}

	private static String name(NamedValueKind kind) {
		return "@" + kind.annotation().getSimpleName();
	}

	private static InvalidHandlerMethodException problem(MethodParameter parameter, String problem, String action) {
		return new InvalidHandlerMethodException((Method) parameter.getExecutable(),
				"parameter " + parameter.getParameterIndex() + " " + problem, action);
	}

}
