package io.distributor.engine.limit;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SessionPlacesTests {

	private static final Pace FAST = new Pace(Integer.MAX_VALUE, 1);

	private static final Pace SLOW = new Pace(1, 2);

	private final LimitCounters counters = new LimitCounters();

	@Test
	void limitsSessionsInAll() throws Exception {
		SessionPlaces places = places(2, 9, 9, 9, FAST, 9);
		places.take("192.0.2.1");
		SessionPlace second = places.take("127.0.0.1");
		assertRefused(places, "192.0.2.2", Limit.SESSIONS);
		second.release();
		second.release();
		places.take("192.0.2.3");
		assertRefused(places, "192.0.2.4", Limit.SESSIONS);
		assertThat(this.counters.get(Limit.SESSIONS)).isEqualTo(2);
	}

	@Test
	void limitsHalfOpenSessionsInAll() throws Exception {
		SessionPlaces places = places(9, 2, 9, 9, FAST, 9);
		SessionPlace first = places.take("192.0.2.1");
		SessionPlace second = places.take("192.0.2.2");
		assertRefused(places, "192.0.2.3", Limit.HALF_OPEN_SESSIONS);
		first.establish();
		first.establish();
		first.release();
		assertThat(places.halfOpen()).isOne();
		places.take("192.0.2.3");
		assertRefused(places, "192.0.2.4", Limit.HALF_OPEN_SESSIONS);
		second.release();
		second.establish();
		assertThat(places.halfOpen()).isOne();
	}

	@Test
	void limitsSessionsOfOneAddress() throws Exception {
		SessionPlaces places = places(99, 99, 2, 9, FAST, 9);
		SessionPlace first = places.take("192.0.2.1");
		places.take("192.0.2.1");
		assertRefused(places, "192.0.2.1", Limit.ADDRESS_SESSIONS);
		places.take("192.0.2.2");
		first.release();
		places.take("192.0.2.1");
	}

	@Test
	void limitsHalfOpenSessionsOfOneAddress() throws Exception {
		SessionPlaces places = places(99, 99, 9, 1, FAST, 9);
		SessionPlace first = places.take("192.0.2.1");
		assertRefused(places, "192.0.2.1", Limit.ADDRESS_HALF_OPEN_SESSIONS);
		first.establish();
		places.take("192.0.2.1").release();
		first.release();
		places.take("192.0.2.1");
		assertRefused(places, "192.0.2.1", Limit.ADDRESS_HALF_OPEN_SESSIONS);
	}

	@Test
	void limitsHowFastOneAddressOpensSessionsAlsoIfItClosesThem() throws Exception {
		SessionPlaces places = places(99, 99, 9, 9, SLOW, 9);
		places.take("192.0.2.1").release();
		places.take("192.0.2.1").release();
		assertRefused(places, "192.0.2.1", Limit.ADDRESS_CONNECTS);
		places.take("192.0.2.2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "10.1.2.3", "192.168.0.7", "172.16.0.1", "169.254.1.1", "::1", "fe80::1%eth0",
			"fd00::1", "local", "" })
	void limitsNoAddressThatMayBeAProxyOfManyClients(String address) throws Exception {
		SessionPlaces places = places(99, 99, 1, 1, SLOW, 9);
		for (int i = 0; i < 10; i++) {
			places.take(address);
		}
		assertThat(places.addresses()).isZero();
	}

	@Test
	void takesTheAddressesOfOneSubscriberForOne() throws Exception {
		SessionPlaces places = places(99, 99, 1, 9, FAST, 9);
		places.take("2001:db8:0:1::1");
		assertRefused(places, "2001:db8:0:1:ffff::2", Limit.ADDRESS_SESSIONS);
		places.take("2001:db8:0:2::1");
		places.take("192.0.2.1");
		assertRefused(places, "::ffff:192.0.2.1", Limit.ADDRESS_SESSIONS);
	}

	@Test
	void remembersABoundedNumberOfAddresses() throws Exception {
		SessionPlaces places = places(10_000, 10_000, 9, 9, SLOW, 16);
		List<SessionPlace> open = new ArrayList<>();
		for (int i = 0; i < 1_000; i++) {
			String address = "192.0." + i / 250 + "." + i % 250;
			places.take(address).release();
			if (i < 5) {
				open.add(places.take(address));
			}
		}
		assertThat(places.addresses()).isEqualTo(16 + 5);
		open.forEach(SessionPlace::release);
		assertThat(places.addresses()).isEqualTo(16);
	}

	@Test
	void refusesLimitsThatAreNotPositive() {
		assertThatIllegalArgumentException().isThrownBy(() -> SessionLimits.DEFAULTS.withMaxSessions(0))
			.withMessage("maxSessions: 0 (expected: > 0)");
	}

	private void assertRefused(SessionPlaces places, String address, Limit limit) {
		long before = this.counters.get(limit);
		assertThatExceptionOfType(LimitExceededException.class).isThrownBy(() -> places.take(address))
			.satisfies((ex) -> assertThat(ex.limit()).isEqualTo(limit));
		assertThat(this.counters.get(limit)).isEqualTo(before + 1);
	}

	private SessionPlaces places(int sessions, int halfOpen, int perAddress, int halfOpenPerAddress, Pace connects,
			int remembered) {
		return new SessionPlaces(new SessionLimits(sessions, halfOpen, perAddress, halfOpenPerAddress, connects,
				remembered, 1_000, 1_000), this.counters);
	}

}
