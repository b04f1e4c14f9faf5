package io.distributor.autoconfigure.contract;

import io.distributor.autoconfigure.BackendAutoConfiguration;
import io.distributor.backend.IndirectIo;
import io.distributor.contract.ClientContract;
import io.distributor.contract.ServerEventsBeans;
import io.distributor.handler.SocketHandlers;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of the contract with clients: as a bean, as endpoints, as files.
 */
@AutoConfiguration(after = BackendAutoConfiguration.class)
@ConditionalOnClass({ IndirectIo.class, JsonMapper.class })
@ConditionalOnBean(SocketHandlers.class)
public final class ContractAutoConfiguration {

	@Bean
	ServerEventsBeans distributorServerEvents(ConfigurableListableBeanFactory beanFactory, IndirectIo io) {
		return new ServerEventsBeans(beanFactory, io);
	}

	@Bean
	@ConditionalOnMissingBean
	ClientContract distributorClientContract(ObjectProvider<JsonMapper> mapper, SocketHandlers handlers,
			ServerEventsBeans events, Environment environment) {
		return new ClientContract(mapper.getIfAvailable(JsonMapper::new), handlers::handledEvents, events::events,
				environment.getProperty("spring.application.name", "Socket.IO events"),
				environment.getProperty("spring.application.version", "0"));
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnProperty("distributor.types.output")
	@EnableConfigurationProperties(TypesProperties.class)
	static class OutputConfiguration {

		@Bean
		ContractOutput distributorContractOutput(ClientContract contract, TypesProperties properties) {
			return new ContractOutput(contract, properties.output());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
	static class EndpointConfiguration {

		@Bean
		@ConditionalOnAvailableEndpoint
		TypeScriptEndpoint distributorTypeScriptEndpoint(ClientContract contract) {
			return new TypeScriptEndpoint(contract);
		}

		@Bean
		@ConditionalOnAvailableEndpoint
		AsyncApiEndpoint distributorAsyncApiEndpoint(ClientContract contract) {
			return new AsyncApiEndpoint(contract);
		}

	}

}
