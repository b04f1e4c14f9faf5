package io.distributor.sample.distributor;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Holds the client connections of a fleet. Everything else is in application.yaml.
 */
@SpringBootApplication
public class DistributorApplication {

	/**
	 * Starts the distributor.
	 * @param args command line arguments, such as {@code --distributor.server.port=8002}
	 */
	public static void main(String[] args) {
		SpringApplication.run(DistributorApplication.class, args);
	}

}
