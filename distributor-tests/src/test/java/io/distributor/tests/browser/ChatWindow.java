package io.distributor.tests.browser;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;

import static org.awaitility.Awaitility.await;

/**
 * The page of the chat as one user sees it, in a browser of the user's own.
 */
final class ChatWindow implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final Browser browser;

	ChatWindow(Dimension size) {
		this.browser = new Browser(size);
	}

	Browser browser() {
		return this.browser;
	}

	void open(String page) {
		this.browser.driver().get(page);
		await().atMost(PATIENCE).until(() -> !all("#distributor option").isEmpty());
	}

	/**
	 * Goes to an empty page. The chat forgets the user; other users see the user leave.
	 */
	void leave() {
		if (this.browser.driver().getCurrentUrl().startsWith("http")) {
			this.browser.driver().executeScript("sessionStorage.clear()");
			this.browser.driver().get("about:blank");
		}
	}

	void enter(String name) {
		one("#name").sendKeys(name + Keys.ENTER);
	}

	void enterAndWait(String name) {
		enter(name);
		awaitState("connected");
		await().atMost(PATIENCE).until(() -> members().stream().anyMatch((member) -> member.startsWith(name)));
	}

	void awaitState(String state) {
		await().atMost(PATIENCE).until(() -> state.equals(one("#status").getDomAttribute("data-state")));
	}

	void type(String text) {
		one("#text").sendKeys(text);
	}

	void send(String text) {
		type(text + Keys.ENTER);
	}

	/**
	 * The page draws the list of rooms anew whenever somebody enters one.
	 */
	void goToRoom(String name) {
		await().atMost(PATIENCE).ignoreException(StaleElementReferenceException.class).until(() -> {
			Optional<WebElement> found = all("#rooms .room").stream()
				.filter((room) -> room.getText().startsWith(name))
				.findFirst();
			found.ifPresent(WebElement::click);
			return found.isPresent();
		});
	}

	String distributor() {
		return one("#distributor-label").getText();
	}

	String room() {
		return one("#room-name").getText();
	}

	String typing() {
		return one("#typing").getText();
	}

	String loginError() {
		return one("#login-error").getText();
	}

	List<String> members() {
		return texts("#members .member-name");
	}

	List<String> messages() {
		return texts("#messages .message:not(.pending) .bubble");
	}

	/**
	 * Reads them all at once, so that the page changes none meanwhile.
	 */
	List<String> texts(String selector) {
		List<?> texts = (List<?>) this.browser.driver()
			.executeScript("return Array.from(document.querySelectorAll(arguments[0]), (each) => each.textContent)",
					selector);
		return texts.stream().map(String::valueOf).toList();
	}

	@Override
	public void close() {
		this.browser.close();
	}

	private WebElement one(String selector) {
		return this.browser.driver().findElement(By.cssSelector(selector));
	}

	private List<WebElement> all(String selector) {
		return this.browser.driver().findElements(By.cssSelector(selector));
	}

}
