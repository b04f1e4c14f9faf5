package io.distributor.autoconfigure.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import io.distributor.contract.ClientContract;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the contract into a folder.
 */
class ContractOutput {

	private static final Logger logger = LoggerFactory.getLogger(ContractOutput.class);

	private final ClientContract contract;

	private final Path folder;

	ContractOutput(ClientContract contract, Path folder) {
		this.contract = contract;
		this.folder = folder;
	}

	void write() {
		try {
			this.contract.writeTo(this.folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(
					"distributor.types.output: " + this.folder + " (expected: a folder that can be written)", ex);
		}
		logger.info("Wrote {} and {} to {}", ClientContract.TYPESCRIPT_FILE, ClientContract.ASYNCAPI_FILE,
				this.folder.toAbsolutePath());
	}

}
