package io.distributor.test.autoconfigure;

import java.util.Map;

import io.distributor.gateway.Gateway;
import io.distributor.test.app.GameApplication;
import io.distributor.test.app.Score;
import io.distributor.test.socket.SocketTester;
import io.distributor.test.socket.TestSocket;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

/**
 * A test of handlers alone, as users write it.
 */
@DistributorTest(properties = "distributor.backend.namespace=/chat")
@ContextConfiguration(classes = GameApplication.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DistributorTestTests {

	@Autowired
	private SocketTester tester;

	@MockitoBean
	private Score score;

	private static TestSocket first;

	@Test
	@Order(1)
	void callsHandlersThroughTheRealDispatch() {
		given(this.score.add(3)).willReturn(42);
		first = this.tester.connect("/game");
		assertThat(first.emitWithAck("move", Map.of("points", 3)).get(0, int.class)).isEqualTo(42);
		assertThat(first).isInRooms("players").hasReceivedExactly("moved", first.id(), Map.of("points", 3));
		assertThat(first.emitWithAck("move", Map.of("points", 0)).get(0, Map.class)).containsEntry("error",
				"Invalid arguments");
	}

	@Test
	@Order(2)
	void beginsWithoutTheClientsOfTheTestBefore() {
		assertThat(first).isDisconnected();
	}

	@Test
	void bringsHandlersAndNothingElse(@Autowired ApplicationContext context) {
		assertThat(context.containsBean("gameHandlers")).isTrue();
		assertThat(context.getBeanNamesForType(RedisConnectionFactory.class)).isEmpty();
		assertThat(context.getBeanNamesForType(Gateway.class)).isEmpty();
	}

}
