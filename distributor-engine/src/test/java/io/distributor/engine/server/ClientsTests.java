package io.distributor.engine.server;

import java.net.InetSocketAddress;
import java.util.List;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests of whom a request is from.
 */
class ClientsTests {

	private static final InetSocketAddress PROXY = new InetSocketAddress("10.0.0.1", 4711);

	private static final InetSocketAddress STRANGER = new InetSocketAddress("198.51.100.9", 4711);

	private final Clients clients = new Clients(
			new ProxyOptions(List.of("10.0.0.0/8", "2001:db8::/33"), ForwardedHeader.X_FORWARDED), false);

	private final Clients standard = new Clients(new ProxyOptions(List.of("10.0.0.1"), ForwardedHeader.FORWARDED),
			false);

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "203.0.113.1|203.0.113.1", "6.6.6.6, 203.0.113.1|203.0.113.1",
					"6.6.6.6, 203.0.113.1, 10.0.0.2|203.0.113.1", "203.0.113.1,10.9.9.9 , 10.0.0.2|203.0.113.1",
					"203.0.113.1:5000|203.0.113.1", "[2001:db9::1]:5000|2001:db9::1", "2001:db9::1|2001:db9::1",
					"2001:db8:8000::1|2001:db8:8000::1", "10.0.0.3, 10.0.0.2|10.0.0.3",
					"203.0.113.1, 2001:db8::7|203.0.113.1" })
	void takesTheRightmostAddressThatIsNotTrusted(String header, String expected) {
		assertThat(this.clients.of(PROXY, headers("X-Forwarded-For", header)).address()).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "unknown", "203.0.113.1, evil.example.com", "", "6.6.6.6, <script>", "1.2.3" })
	void staysWithTheProxyWhenItNamesNoAddress(String header) {
		assertThat(this.clients.of(PROXY, headers("X-Forwarded-For", header)).address()).isEqualTo("10.0.0.1");
	}

	@Test
	void believesNobodyWhoIsNotTrusted() {
		HttpHeaders headers = headers("X-Forwarded-For", "203.0.113.1");
		headers.set("X-Forwarded-Proto", "https").set("X-Forwarded-Host", "evil.example").set("Host", "chat.example");
		assertThat(this.clients.of(STRANGER, headers))
			.isEqualTo(new Client("198.51.100.9", false, "chat.example", null));
		assertThat(new Clients(ProxyOptions.NONE, true).of(PROXY, headers))
			.isEqualTo(new Client("10.0.0.1", true, "chat.example", null));
	}

	@Test
	void believesATrustedProxyAboutProtocolAndHost() {
		HttpHeaders headers = headers("X-Forwarded-For", "203.0.113.1");
		headers.set("X-Forwarded-Proto", "http, https").set("X-Forwarded-Host", "evil.example, chat.example");
		headers.set("Host", "backend:8001");
		assertThat(this.clients.of(PROXY, headers))
			.isEqualTo(new Client("203.0.113.1", true, "chat.example", ForwardedHeader.X_FORWARDED));
	}

	@Test
	void joinsHeadersThatComeSeveralTimes() {
		HttpHeaders headers = headers("X-Forwarded-For", "6.6.6.6");
		headers.add("X-Forwarded-For", "203.0.113.1");
		assertThat(this.clients.of(PROXY, headers).address()).isEqualTo("203.0.113.1");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\'',
			value = { "for=203.0.113.1;proto=https;host=chat.example|203.0.113.1|true|chat.example",
					"for=6.6.6.6, For=\"203.0.113.1:80\" ; Proto=HTTPS|203.0.113.1|true|",
					"for=\"[2001:db9::1]:4711\"|2001:db9::1|false|", "for=_hidden, for=\"a,b\"|10.0.0.1|false|",
					"by=1.2.3.4;proto=https|10.0.0.1|true|", ";;=,,for|10.0.0.1|false|" })
	void readsTheStandardHeaderIfThatIsTheOne(String header, String address, boolean secure, String host) {
		Client client = this.standard.of(PROXY, headers("Forwarded", header));
		assertThat(client.address()).isEqualTo(address);
		assertThat(client.secure()).isEqualTo(secure);
		assertThat(client.host()).isEqualTo(host);
	}

	@Test
	void readsOnlyTheHeaderThatTheProxySets() {
		HttpHeaders headers = headers("X-Forwarded-For", "6.6.6.6").set("Forwarded", "for=203.0.113.1");
		assertThat(this.standard.of(PROXY, headers).address()).isEqualTo("203.0.113.1");
		assertThat(this.clients.of(PROXY, headers("Forwarded", "for=6.6.6.6")).address()).isEqualTo("10.0.0.1");
	}

	@Test
	void passesOnOnlyWhatATrustedProxyHasSaid() {
		HttpHeaders none = new DefaultHttpHeaders();
		Client stranger = this.clients.of(STRANGER, none);
		Client separate = this.clients.of(PROXY, none);
		Client standardised = this.standard.of(PROXY, none);
		for (String name : List.of("x-forwarded-for", "x-forwarded-user", "x-real-ip")) {
			assertThat(stranger.passesOn(name)).isFalse();
			assertThat(separate.passesOn(name)).isTrue();
			assertThat(standardised.passesOn(name)).isFalse();
		}
		assertThat(stranger.passesOn("forwarded")).isFalse();
		assertThat(separate.passesOn("forwarded")).isFalse();
		assertThat(standardised.passesOn("forwarded")).isTrue();
		assertThat(stranger.passesOn("cookie")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "localhost", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "10.0.0/8", "::/129", "" })
	void refusesWhatIsNoAddressRange(String range) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new ProxyOptions(List.of(range), ForwardedHeader.X_FORWARDED))
			.withMessageContaining("address range: " + range + " (expected: like 10.0.0.0/8");
	}

	private static HttpHeaders headers(String name, String value) {
		return new DefaultHttpHeaders().set(name, value);
	}

}
