package io.distributor.nettysocketio.handler;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SessionIdsTests {

	@Test
	void turnsBackWhatItMadeOfAnIdOf20Characters() {
		for (String id : new String[] { "AAAAAAAAAAAAAAAAAAAA", "____________________", "Zk3-_0aQ9x7fT2pLmN8B" }) {
			UUID uuid = SessionIds.uuid(id);
			assertThat(uuid.version()).isEqualTo(8);
			assertThat(uuid.variant()).isEqualTo(2);
			assertThat(SessionIds.socketId(uuid)).isEqualTo(id);
			assertThat(SessionIds.socketId(UUID.fromString(uuid.toString()))).isEqualTo(id);
		}
	}

	@Test
	void namesAnyOtherId() {
		assertThat(SessionIds.uuid("short")).isEqualTo(SessionIds.uuid("short"))
			.isNotEqualTo(SessionIds.uuid("shorter"));
		assertThat(SessionIds.uuid("not of our characters").version()).isEqualTo(3);
		assertThat(SessionIds.socketId(SessionIds.uuid("short"))).isNull();
		assertThat(SessionIds.socketId(UUID.randomUUID())).isNull();
	}

}
