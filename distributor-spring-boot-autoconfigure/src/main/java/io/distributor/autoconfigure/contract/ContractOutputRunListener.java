package io.distributor.autoconfigure.contract;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;

/**
 * Writes the contract when the application is ready, and ends it. Not a listener to an
 * event: others may still have to hear that event in a context that is not closed.
 */
class ContractOutputRunListener implements SpringApplicationRunListener, Ordered {

	@Override
	public void ready(ConfigurableApplicationContext context, @Nullable Duration timeTaken) {
		if (context.getEnvironment().containsProperty("distributor.types.output")) {
			context.getBeanProvider(ContractOutput.class).ifAvailable((output) -> {
				output.write();
				SpringApplication.exit(context);
			});
		}
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

}
