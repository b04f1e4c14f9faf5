package io.distributor.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.distributor.annotation.OnEvent;
import io.distributor.handler.HandledEvent;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * Contracts of classes, without a context.
 */
final class Contracts {

	private final JsonMapper mapper;

	private final List<HandledEvent> handled = new ArrayList<>();

	private final List<SentEvents> sent = new ArrayList<>();

	Contracts(JsonMapper mapper) {
		this.mapper = mapper;
	}

	static Contracts create() {
		return new Contracts(new JsonMapper());
	}

	/**
	 * Adds the event methods of a class, all of whose parameters are arguments.
	 */
	Contracts handlers(String namespace, Class<?> type) {
		Arrays.stream(type.getDeclaredMethods()).forEach((method) -> {
			OnEvent annotation = AnnotatedElementUtils.findMergedAnnotation(method, OnEvent.class);
			if (annotation != null) {
				List<MethodParameter> arguments = new ArrayList<>();
				for (int i = 0; i < method.getParameterCount(); i++) {
					arguments.add(new MethodParameter(method, i));
				}
				for (String name : annotation.value()) {
					this.handled.add(new HandledEvent(namespace, name, method, type, arguments));
				}
			}
		});
		return this;
	}

	Contracts events(String namespace, Class<?> type) {
		this.sent.add(new SentEvents(namespace, type));
		return this;
	}

	ClientContract build() {
		return new ClientContract(this.mapper, () -> this.handled, () -> this.sent, "test", "1");
	}

	/**
	 * Writes TypeScript and takes away what is always the same.
	 */
	String typeScript() {
		String module = build().typeScript();
		return module.substring(module.indexOf("data?: unknown;\n}\n") + "data?: unknown;\n}\n".length());
	}

}
