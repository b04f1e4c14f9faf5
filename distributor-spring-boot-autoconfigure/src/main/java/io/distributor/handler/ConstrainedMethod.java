package io.distributor.handler;

import org.jspecify.annotations.Nullable;

import org.springframework.messaging.handler.invocation.InvocableHandlerMethod;

/**
 * A method that is called with valid arguments only.
 */
final class ConstrainedMethod extends InvocableHandlerMethod {

	private final MethodConstraints constraints;

	ConstrainedMethod(HandlerTarget target, MethodConstraints constraints) {
		super(target.bean(), target.method());
		this.constraints = constraints;
	}

	@Override
	protected @Nullable Object doInvoke(@Nullable Object... arguments) throws Exception {
		this.constraints.validate(arguments);
		return super.doInvoke(arguments);
	}

}
