package io.distributor.handler;

import java.util.function.Consumer;

import jakarta.validation.Validation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.validation.Validator;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;

/**
 * A context with some beans whose annotated methods are registered.
 */
final class HandlerContext implements AutoCloseable {

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	private final TestIo io = new TestIo("/chat");

	private HandlerContext(@Nullable Validator validator) {
		this.context.registerBean(TestIo.class, () -> this.io);
		this.context.registerBean(SocketHandlers.class,
				() -> new SocketHandlers(this.context.getBeanFactory(), this.io, new JsonMapper(), validator,
						this.context.getBeanProvider(HandlerInterceptor.class).orderedStream().toList()));
	}

	static HandlerContext of(Class<?>... beans) {
		return of((context) -> context.register(beans));
	}

	static HandlerContext of(Consumer<AnnotationConfigApplicationContext> beans) {
		return new HandlerContext(new SpringValidatorAdapter(Validation.buildDefaultValidatorFactory().getValidator()))
			.refresh(beans);
	}

	static HandlerContext withoutValidator(Class<?>... beans) {
		return new HandlerContext(null).refresh((context) -> context.register(beans));
	}

	private HandlerContext refresh(Consumer<AnnotationConfigApplicationContext> beans) {
		beans.accept(this.context);
		this.context.refresh();
		return this;
	}

	TestIo io() {
		return this.io;
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	@Override
	public void close() {
		this.context.close();
	}

}
