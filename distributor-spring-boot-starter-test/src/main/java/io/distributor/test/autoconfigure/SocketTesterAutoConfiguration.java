package io.distributor.test.autoconfigure;

import java.time.Duration;

import io.distributor.autoconfigure.BackendAutoConfiguration;
import io.distributor.autoconfigure.LinkNodeFactory;
import io.distributor.link.presence.NodeRole;
import io.distributor.test.socket.SocketTester;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;

/**
 * Clients without a network.
 */
@AutoConfiguration(after = BackendAutoConfiguration.class)
final class SocketTesterAutoConfiguration {

	@Bean(destroyMethod = "")
	@ConditionalOnMissingBean
	SocketTester socketTester(LinkNodeFactory links, ObjectProvider<JsonMapper> mapper) {
		return new SocketTester(links.create(NodeRole.DISTRIBUTOR, Duration.ZERO),
				mapper.getIfAvailable(JsonMapper::new));
	}

	@Bean
	SmartLifecycle socketTesterLifecycle(SocketTester tester) {
		return new AroundBackend(tester::start, tester::close);
	}

}
