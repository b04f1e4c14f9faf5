package io.distributor.tests.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.distributor.tests.support.Program;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.springframework.util.FileSystemUtils;

/**
 * A browser without a screen and without a past.
 */
final class Browser implements AutoCloseable {

	private final Path profile;

	private final ChromeDriver driver;

	Browser(Dimension size) {
		try {
			this.profile = Files.createTempDirectory("browser");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		ChromeOptions options = new ChromeOptions().addArguments("--headless=new", "--no-sandbox", "--disable-gpu",
				"--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
				"--disable-sync", "--disable-dev-shm-usage", "--user-data-dir=" + this.profile);
		// With its path given, nothing is looked for in the network.
		ChromeDriverService service = new ChromeDriverService.Builder()
			.usingDriverExecutable(Program.BROWSER.require().toFile())
			.build();
		this.driver = new ChromeDriver(service, options);
		this.driver.manage().window().setSize(size);
	}

	ChromeDriver driver() {
		return this.driver;
	}

	void saveScreenshot(Path file) {
		try {
			Files.createDirectories(file.getParent());
			Files.write(file, this.driver.getScreenshotAs(OutputType.BYTES));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.driver.quit();
		try {
			FileSystemUtils.deleteRecursively(this.profile);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
