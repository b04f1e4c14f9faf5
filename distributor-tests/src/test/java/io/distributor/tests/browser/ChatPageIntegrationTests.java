package io.distributor.tests.browser;

import java.time.Duration;
import java.util.List;
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
 * Two users with a browser each, on the samples as one starts them by hand: a chat of two
 * processes, and distributors.
 */
@RequiresProgram(Program.BROWSER)
class ChatPageIntegrationTests {

	private static final Dimension DESKTOP = new Dimension(1280, 800);

	private static final Dimension PHONE = new Dimension(500, 844);

	private static FleetLink link;

	private static Sample first;

	private static Sample second;

	/** Killed by the one test that uses it. */
	private static Sample third;

	private static Sample chat;

	/** Serves no page: it handles the events of some. */
	private static Sample otherChat;

	private static ChatWindow ada;

	private static ChatWindow bob;

	@RegisterExtension
	final ScreenshotOnFailure screenshots = new ScreenshotOnFailure(
			() -> Map.of("ada", ada.browser(), "bob", bob.browser()));

	@BeforeAll
	static void startFleet() {
		link = FleetLink.create();
		first = Sample.distributor(link);
		second = Sample.distributor(link);
		third = Sample.distributor(link);
		otherChat = Sample.backend(link, "--spring.profiles.active=fleet");
		chat = Sample.backend(link, "--spring.profiles.active=fleet",
				"--chat.distributors=" + address(third) + "," + address(second) + "," + address(first));
		otherChat.page();
	}

	@BeforeAll
	static void startBrowsers() {
		ada = new ChatWindow(DESKTOP);
		bob = new ChatWindow(PHONE);
	}

	@AfterAll
	static void stopBrowsers() {
		bob.close();
		ada.close();
	}

	@AfterAll
	static void stopFleet() {
		Sample.close(List.of(otherChat, chat, third, second, first));
	}

	@BeforeEach
	void openPages() {
		ada.open(chat.page() + "/?distributor=" + address(first));
		bob.open(chat.page() + "/?distributor=" + address(second));
	}

	@AfterEach
	void leavePages() {
		bob.leave();
		ada.leave();
	}

	@Test
	void letsUsersOfTwoDistributorsTalk() {
		ada.enterAndWait("Ada");
		bob.enterAndWait("Bob");
		assertThat(ada.distributor()).isEqualTo("localhost:" + first.distributorPort());
		assertThat(bob.distributor()).isEqualTo("localhost:" + second.distributorPort());
		eventually().untilAsserted(() -> assertThat(ada.members()).containsExactly("Ada", "Bob"));
		bob.type("I am writi");
		eventually().untilAsserted(() -> assertThat(ada.typing()).isEqualTo("Bob is typing"));
		bob.send("ng");
		eventually().untilAsserted(() -> assertThat(ada.messages()).contains("I am writing"));
		assertThat(ada.typing()).isEmpty();
		eventually().untilAsserted(() -> assertThat(bob.texts("#messages .receipt")).endsWith("Sent"));
		ada.send("So do I");
		eventually().untilAsserted(() -> assertThat(bob.messages()).endsWith("I am writing", "So do I"));
		bob.leave();
		eventually().untilAsserted(() -> assertThat(ada.members()).containsExactly("Ada"));
	}

	@Test
	void showsTextOfUsersAsText() {
		String text = "<img src=x onerror=alert(1)> & <b>bold</b>";
		ada.enterAndWait("<i>Ada</i>");
		bob.enterAndWait("Bob");
		ada.send(text);
		eventually().untilAsserted(() -> assertThat(bob.messages()).contains(text));
		assertThat(bob.texts("#messages .author")).contains("<i>Ada</i>");
	}

	@Test
	void keepsRoomsApart() {
		ada.enterAndWait("Ada");
		bob.enterAndWait("Bob");
		ada.goToRoom("Kitchen");
		eventually().untilAsserted(() -> assertThat(bob.members()).containsExactly("Bob"));
		assertThat(ada.room()).isEqualTo("Kitchen");
		ada.send("Only in the kitchen");
		eventually().untilAsserted(() -> assertThat(ada.messages()).containsExactly("Only in the kitchen"));
		bob.send("Still in the lobby");
		eventually().untilAsserted(() -> assertThat(bob.messages()).endsWith("Still in the lobby"));
		assertThat(bob.messages()).doesNotContain("Only in the kitchen");
		assertThat(ada.messages()).containsExactly("Only in the kitchen");
	}

	@Test
	void asksForANameBeforeItConnects() {
		ada.enter(" ");
		assertThat(ada.loginError()).startsWith("Enter a name");
	}

	@Test
	void movesToAnotherDistributorWhenItsOwnIsKilled() {
		ada.open(chat.page() + "/?distributor=" + address(third));
		ada.enterAndWait("Ada");
		third.kill();
		ada.awaitState("reconnecting");
		ada.awaitState("connected");
		assertThat(ada.distributor()).isEqualTo("localhost:" + second.distributorPort());
		ada.send("Here again");
		eventually().untilAsserted(() -> assertThat(ada.messages()).contains("Here again"));
	}

	private static ConditionFactory eventually() {
		return Awaitility.await().atMost(Duration.ofSeconds(20)).ignoreExceptions();
	}

	private static String address(Sample distributor) {
		return "http://localhost:" + distributor.distributorPort();
	}

}
