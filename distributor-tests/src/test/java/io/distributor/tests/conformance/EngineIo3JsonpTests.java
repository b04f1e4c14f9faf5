package io.distributor.tests.conformance;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Engine.IO 3: "JSONP".
 */
class EngineIo3JsonpTests {

	private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

	private static EngineEcho echo;

	private static Endpoint endpoint;

	@BeforeAll
	static void start() {
		echo = EngineEcho.start((options) -> options.allowRevision3(true).pingInterval(Duration.ofSeconds(25)));
		endpoint = new Endpoint(echo.endpoint().port(), "/engine.io/", 3);
	}

	@AfterAll
	static void stop() {
		echo.close();
	}

	@Test
	void answersAHandshakeWithAScript() {
		Response response = endpoint.get(endpoint.polling() + "&j=0");
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.header("content-type")).isEqualTo("text/javascript; charset=UTF-8");
		assertThat(response.text()).matches("___eio\\[0]\\(\"\\d+:0\\{\\\\\"sid\\\\\":.*}\"\\);");
	}

	@Test
	void answersEachPollWithItsIndex() {
		String target = open();
		assertThat(endpoint.post(target + "&j=7", "d=6:4hello", FORM).text()).isEqualTo("ok");
		assertThat(endpoint.get(target + "&j=4").text()).isEqualTo("___eio[4](\"6:4hello\");");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a", "-1", "1a", "1.0", "1](alert(1))//", "%31%5D", "١", "9999999999" })
	void refusesAnIndexThatIsNoNumber(String index) {
		String encoded = URLEncoder.encode(index, StandardCharsets.UTF_8);
		EngineIo4HandshakeTests.assertRefused(endpoint.get(endpoint.polling() + "&j=" + encoded), 3, "Bad request");
		EngineIo4HandshakeTests.assertRefused(endpoint.get(open() + "&j=" + encoded), 3, "Bad request");
	}

	@Test
	void escapesWhatIsNoJavaScript() {
		String target = open();
		endpoint.post(target, "12:4\"\\</\u2028\u2029\u0001\r\t€!");
		assertThat(endpoint.get(target + "&j=1").text())
			.isEqualTo("___eio[1](\"12:4\\\"\\\\\\u003c/\\u2028\\u2029\\u0001\\u000d\\u0009€!\");");
	}

	@Test
	void unescapesAForm() {
		String target = open();
		endpoint.post(target + "&j=0", "d=3%3A4%0A%2B1%3A4", FORM);
		assertThat(endpoint.get(target).text()).isEqualTo("3:4\n+1:4");
		endpoint.post(target + "&j=0", "d=3:4%5Cn%21", FORM);
		assertThat(endpoint.get(target).text()).isEqualTo("3:4\n!");
		endpoint.post(target + "&j=0", "d=3:4%5C%5Cn", FORM);
		assertThat(endpoint.get(target).text()).isEqualTo("3:4\\n");
	}

	@Test
	void sendsBinaryInBase64() {
		String target = open();
		endpoint.post(target + "&j=0", "d=10:b4AQIDBA%3D%3D", FORM);
		assertThat(endpoint.get(target + "&j=0").text()).isEqualTo("___eio[0](\"10:b4AQIDBA==\");");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x=2:4a", "d=", "d=%zz", "2:4a" })
	void refusesAFormWithoutAPayload(String form) {
		EngineIo4HandshakeTests.assertRefused(endpoint.post(open() + "&j=0", form, FORM), 3, "Bad request");
	}

	@Test
	void answersErrorsWithoutAScript() {
		EngineIo4HandshakeTests.assertRefused(endpoint.get(endpoint.polling() + "&j=0&sid=unknown"), 1,
				"Session ID unknown");
	}

	@Test
	void answersNoPageOfAnotherOriginThatABrowserTellsOf() {
		String target = endpoint.polling() + "&j=0";
		assertThat(endpoint.request("GET", target, "", "Sec-Fetch-Site: cross-site").status()).isEqualTo(403);
		assertThat(endpoint.request("GET", target, "", "Sec-Fetch-Site: cross-site", "Referer: https://evil.example/")
			.status()).isEqualTo(403);
		assertThat(endpoint.request("GET", target, "", "Sec-Fetch-Site: same-origin").status()).isEqualTo(200);
	}

	@Test
	void knowsNoJsonpInRevision4() {
		Endpoint newer = echo.endpoint();
		assertThat(newer.get(newer.polling() + "&j=0").text()).startsWith("0{");
	}

	private static String open() {
		String text = endpoint.get(endpoint.polling() + "&j=0").text().replace("\\", "");
		return endpoint.polling() + "&sid=" + Endpoint.sid(text);
	}

}
