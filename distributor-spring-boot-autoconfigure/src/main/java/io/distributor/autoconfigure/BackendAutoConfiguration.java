package io.distributor.autoconfigure;

import io.distributor.backend.IndirectIo;
import io.distributor.backend.instance.Backend;
import io.distributor.backend.instance.BackendObservers;
import io.distributor.backend.statistics.EmitObserver;
import io.distributor.backend.statistics.HandlerObserver;
import io.distributor.backend.statistics.SelectionObserver;
import io.distributor.backend.tracing.EventTracing;
import io.distributor.handler.HandlerInterceptor;
import io.distributor.handler.SocketHandlers;
import io.distributor.lifecycle.BackendLifecycle;
import io.distributor.link.Link;
import io.distributor.link.node.LinkNode;
import io.distributor.link.presence.NodeRole;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.messaging.handler.invocation.InvocableHandlerMethod;
import org.springframework.validation.Validator;

/**
 * Auto-configuration of a backend: {@link IndirectIo} and the annotated handlers.
 */
@AutoConfiguration(after = LinkAutoConfiguration.class,
		afterName = { "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration",
				"org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration" })
@ConditionalOnRole({ Role.BACKEND, Role.STANDALONE })
@ConditionalOnClass({ Backend.class, InvocableHandlerMethod.class })
@EnableConfigurationProperties(BackendProperties.class)
@Import(HandlerExecutorConfiguration.class)
public final class BackendAutoConfiguration {

	@Bean(destroyMethod = "")
	LinkNode distributorBackendLink(LinkNodeFactory factory, BackendProperties properties) {
		return factory.create(NodeRole.BACKEND, properties.sendTimeout());
	}

	@Bean
	@ConditionalOnMissingBean
	Backend distributorBackend(BackendProperties properties, ObjectProvider<BackendOptionsCustomizer> customizers,
			ObjectProvider<JsonMapper> mapper, HandlerExecutor executor, LinkNode distributorBackendLink,
			ObjectProvider<HandlerObserver> handlerObservers, ObjectProvider<EmitObserver> emitObservers,
			ObjectProvider<SelectionObserver> selectionObservers, ObjectProvider<EventTracing> tracing,
			ObjectProvider<LinkDecorator> decorators) {
		Link link = LinkDecorators.apply(decorators, NodeRole.BACKEND, distributorBackendLink);
		return new Backend(BackendOptionsMapper.options(properties, customizers.orderedStream()),
				mapper.getIfAvailable(JsonMapper::new), executor.executor(), link,
				new BackendObservers(HandlerObservers.of(handlerObservers.orderedStream().toList()),
						EmitObservers.of(emitObservers.orderedStream().toList()),
						SelectionObservers.of(selectionObservers.orderedStream().toList()),
						tracing.getIfAvailable(() -> EventTracing.NONE)));
	}

	@Bean
	@ConditionalOnMissingBean
	IndirectIo indirectIo(Backend backend) {
		return backend.io();
	}

	@Bean
	SocketHandlers distributorSocketHandlers(ConfigurableListableBeanFactory beanFactory, IndirectIo io,
			ObjectProvider<JsonMapper> mapper, ObjectProvider<Validator> validator,
			ObjectProvider<HandlerInterceptor> interceptors) {
		return new SocketHandlers(beanFactory, io, mapper.getIfAvailable(JsonMapper::new), validator.getIfUnique(),
				interceptors.orderedStream().toList());
	}

	@Bean
	BackendLifecycle distributorBackendLifecycle(Backend backend) {
		return new BackendLifecycle(backend);
	}

}
