package io.distributor.autoconfigure;

import java.util.concurrent.atomic.AtomicReference;

import io.distributor.backend.IndirectIo;
import io.distributor.backend.instance.Backend;
import io.distributor.engine.SocketIoServer;
import io.distributor.link.memory.MemoryLinkHub;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Beans of the user go before ours, and customizers are called.
 */
class UserBeansTests {

	@Test
	void backsOffFromAnIo() {
		IndirectIo io = mock(IndirectIo.class);
		Contexts.runner(Role.BACKEND)
			.withBean(IndirectIo.class, () -> io)
			.run((context) -> assertThat(context.getBean(IndirectIo.class)).isSameAs(io));
	}

	@Test
	void backsOffFromAPortFactory() {
		MemoryLinkHub hub = new MemoryLinkHub();
		Contexts.runner(Role.DISTRIBUTOR)
			.withBean(LinkPortFactory.class, () -> hub::port)
			.run((context) -> assertThat(context).hasSingleBean(LinkPortFactory.class)
				.doesNotHaveBean("distributorRedisLinkPortFactory"));
	}

	@Test
	void callsTheCustomizersOfTheServer() {
		Contexts.runner(Role.STANDALONE)
			.withPropertyValues("distributor.server.port=1")
			.withBean(ServerOptionsCustomizer.class, () -> (options) -> options.engine((engine) -> engine.port(0)))
			.run((context) -> assertThat(context.getBean(SocketIoServer.class).port()).isGreaterThan(1));
	}

	@Test
	void callsTheCustomizersOfTheBackendTheGatewayAndTheLink() {
		AtomicReference<String> prefix = new AtomicReference<>();
		AtomicReference<Object> gateway = new AtomicReference<>();
		AtomicReference<Object> backend = new AtomicReference<>();
		Contexts.runner(Role.STANDALONE)
			.withPropertyValues("distributor.link.prefix=test")
			.withBean(LinkOptionsCustomizer.class, () -> (options) -> {
				prefix.set(options.prefix());
				return options;
			})
			.withBean(GatewayOptionsCustomizer.class, () -> (options) -> {
				gateway.set(options);
				return options;
			})
			.withBean(BackendOptionsCustomizer.class, () -> backend::set)
			.run((context) -> {
				assertThat(context).hasNotFailed().hasSingleBean(Backend.class);
				assertThat(prefix).hasValue("test");
				assertThat(gateway.get()).isNotNull();
				assertThat(backend.get()).isNotNull();
			});
	}

}
