package io.distributor.tests.browser;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Keeps what the browsers show when a test fails.
 */
final class ScreenshotOnFailure implements AfterTestExecutionCallback {

	private static final Path FOLDER = Path.of("target", "screenshots");

	private final Supplier<Map<String, Browser>> browsers;

	/**
	 * Creates the extension.
	 * @param browsers the browsers by name, asked for after a failure
	 */
	ScreenshotOnFailure(Supplier<Map<String, Browser>> browsers) {
		this.browsers = browsers;
	}

	@Override
	public void afterTestExecution(ExtensionContext context) {
		if (context.getExecutionException().isPresent()) {
			String test = context.getRequiredTestMethod().getName();
			this.browsers.get()
				.forEach((name, browser) -> browser.saveScreenshot(FOLDER.resolve(test + "-" + name + ".png")));
		}
	}

}
