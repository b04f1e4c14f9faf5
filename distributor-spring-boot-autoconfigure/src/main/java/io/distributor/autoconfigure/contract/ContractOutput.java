package io.distributor.autoconfigure.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import io.distributor.contract.ClientContract;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/**
 * Writes the contract into a folder when the application is ready, and ends it.
 */
class ContractOutput implements ApplicationListener<ApplicationReadyEvent> {

	private static final Logger logger = LoggerFactory.getLogger(ContractOutput.class);

	private final ClientContract contract;

	private final Path folder;

	ContractOutput(ClientContract contract, Path folder) {
		this.contract = contract;
		this.folder = folder;
	}

	@Override
	public void onApplicationEvent(ApplicationReadyEvent event) {
		try {
			this.contract.writeTo(this.folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(
					"distributor.types.output: " + this.folder + " (expected: a folder that can " + "be written)", ex);
		}
		logger.info("Wrote {} and {} to {}", ClientContract.TYPESCRIPT_FILE, ClientContract.ASYNCAPI_FILE,
				this.folder.toAbsolutePath());
		SpringApplication.exit(event.getApplicationContext());
	}

}
