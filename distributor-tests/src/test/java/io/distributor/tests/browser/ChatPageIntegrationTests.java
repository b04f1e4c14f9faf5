package io.distributor.tests.browser;

import java.time.Duration;
import java.util.Map;

import io.distributor.tests.support.FleetLink;
import io.distributor.tests.support.Program;
import io.distributor.tests.support.RequiresProgram;
import io.distributor.tests.support.Sample;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Dimension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two users with a browser each, on the samples as one starts them by hand: a chat and
 * two distributors.
 */
@RequiresProgram(Program.BROWSER)
class ChatPageIntegrationTests {

	private static final Dimension DESKTOP = new Dimension(1280, 800);

	private static final Dimension PHONE = new Dimension(500, 844);

	private static FleetLink link;

	private static Sample first;

	private static Sample second;

	private static Sample chat;

	@RegisterExtension
	final ScreenshotOnFailure screenshots = new ScreenshotOnFailure(
			() -> Map.of("ada", this.ada.browser(), "bob", this.bob.browser()));

	private ChatWindow ada;

	private ChatWindow bob;

	@BeforeAll
	static void startFleet() {
		link = FleetLink.create();
		first = Sample.distributor(link);
		second = Sample.distributor(link);
		chat = Sample.backend(link, "--spring.profiles.active=fleet",
				"--chat.distributors=" + address(first) + "," + address(second));
	}

	@AfterAll
	static void stopFleet() {
		chat.close();
		second.close();
		first.close();
	}

	@BeforeEach
	void openBrowsers() {
		this.ada = new ChatWindow(DESKTOP);
		this.bob = new ChatWindow(PHONE);
		this.ada.open(chat.page() + "/?distributor=" + address(first));
		this.bob.open(chat.page() + "/?distributor=" + address(second));
	}

	@AfterEach
	void closeBrowsers() {
		this.bob.close();
		this.ada.close();
	}

	@Test
	void letsUsersOfTwoDistributorsTalk() {
		this.ada.enterAndWait("Ada");
		this.bob.enterAndWait("Bob");
		assertThat(this.ada.distributor()).isEqualTo("localhost:" + first.distributorPort());
		assertThat(this.bob.distributor()).isEqualTo("localhost:" + second.distributorPort());
		eventually().untilAsserted(() -> assertThat(this.ada.members()).containsExactly("Ada", "Bob"));
		this.bob.type("I am writi");
		eventually().untilAsserted(() -> assertThat(this.ada.typing()).isEqualTo("Bob is typing"));
		this.bob.send("ng");
		eventually().untilAsserted(() -> assertThat(this.ada.messages()).contains("I am writing"));
		assertThat(this.ada.typing()).isEmpty();
		this.ada.send("So do I");
		eventually().untilAsserted(() -> assertThat(this.bob.messages()).endsWith("I am writing", "So do I"));
		this.bob.browser().driver().get("about:blank");
		eventually().untilAsserted(() -> assertThat(this.ada.members()).containsExactly("Ada"));
	}

	@Test
	void showsTextOfUsersAsText() {
		String text = "<img src=x onerror=alert(1)> & <b>bold</b>";
		this.ada.enterAndWait("<i>Ada</i>");
		this.bob.enterAndWait("Bob");
		this.ada.send(text);
		eventually().untilAsserted(() -> assertThat(this.bob.messages()).contains(text));
		assertThat(this.bob.texts("#messages .author")).contains("<i>Ada</i>");
	}

	@Test
	void keepsRoomsApart() {
		this.ada.enterAndWait("Ada");
		this.bob.enterAndWait("Bob");
		this.ada.goToRoom("Kitchen");
		eventually().untilAsserted(() -> assertThat(this.bob.members()).containsExactly("Bob"));
		assertThat(this.ada.room()).isEqualTo("Kitchen");
		this.ada.send("Only in the kitchen");
		eventually().untilAsserted(() -> assertThat(this.ada.messages()).containsExactly("Only in the kitchen"));
		this.bob.send("Still in the lobby");
		eventually().untilAsserted(() -> assertThat(this.bob.messages()).endsWith("Still in the lobby"));
		assertThat(this.bob.messages()).doesNotContain("Only in the kitchen");
		assertThat(this.ada.messages()).containsExactly("Only in the kitchen");
	}

	@Test
	void asksForANameBeforeItConnects() {
		this.ada.enter(" ");
		assertThat(this.ada.loginError()).startsWith("Enter a name");
	}

	@Test
	void movesToAnotherDistributorWhenItsOwnIsKilled() {
		Sample third = Sample.distributor(link);
		try (Sample backup = Sample.backend(link, "--spring.profiles.active=fleet",
				"--distributor.backend.namespace=/backup",
				"--chat.distributors=" + address(third) + "," + address(second))) {
			this.ada.open(backup.page() + "/?distributor=" + address(third));
			this.ada.enterAndWait("Ada");
			third.kill();
			this.ada.awaitState("reconnecting");
			this.ada.awaitState("connected");
			assertThat(this.ada.distributor()).isEqualTo("localhost:" + second.distributorPort());
			this.ada.send("Here again");
			eventually().untilAsserted(() -> assertThat(this.ada.messages()).contains("Here again"));
		}
		finally {
			third.close();
		}
	}

	private static ConditionFactory eventually() {
		return Awaitility.await().atMost(Duration.ofSeconds(20)).ignoreExceptions();
	}

	private static String address(Sample distributor) {
		return "http://localhost:" + distributor.distributorPort();
	}

}
