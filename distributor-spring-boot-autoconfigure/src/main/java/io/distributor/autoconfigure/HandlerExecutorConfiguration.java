package io.distributor.autoconfigure;

import io.distributor.backend.dispatch.HandlerThreads;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnThreading;
import org.springframework.boot.task.SimpleAsyncTaskExecutorBuilder;
import org.springframework.boot.thread.Threading;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/**
 * Threads of the handlers: virtual ones, or a pool with a bound.
 */
@Configuration(proxyBeanMethods = false)
class HandlerExecutorConfiguration {

	private static final String THREAD_NAME_PREFIX = "distributor-handler-";

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnThreading(Threading.PLATFORM)
	HandlerExecutor distributorHandlerExecutor(BackendProperties properties) {
		HandlerThreads threads = new HandlerThreads(THREAD_NAME_PREFIX, properties.concurrency());
		return new HandlerExecutor(threads, threads::close);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnThreading(Threading.VIRTUAL)
	HandlerExecutor distributorVirtualHandlerExecutor() {
		SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutorBuilder().threadNamePrefix(THREAD_NAME_PREFIX)
			.virtualThreads(true)
			.build();
		return new HandlerExecutor(executor, executor::close);
	}

}
