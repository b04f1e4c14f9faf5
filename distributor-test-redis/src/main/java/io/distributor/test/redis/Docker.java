package io.distributor.test.redis;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.ImageNameSubstitutor;

/**
 * Whether Testcontainers can start containers here. It would find out itself, but only
 * after trying for two minutes to pull an image.
 */
public final class Docker {

	private static final Logger logger = LoggerFactory.getLogger(Docker.class);

	/** What removes containers; Testcontainers offers no way to ask for the name. */
	static final String RYUK = "testcontainers/ryuk:0.14.0";

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final Map<String, String> environment;

	Docker(Map<String, String> environment) {
		this.environment = environment;
	}

	/**
	 * Returns whether a container can be started; if its image has to be pulled, it is
	 * pulled once, for at most a minute.
	 * @param image name of the image, such as {@code redis:7.2}
	 * @return whether Docker answers, and has the image and what Testcontainers needs
	 */
	public static boolean canRun(String image) {
		Docker docker = new Docker(System.getenv());
		if (!docker.mayAnswer()) {
			return false;
		}
		try {
			docker.requireImage(DockerImageName.parse(image));
			return true;
		}
		catch (RuntimeException ex) {
			logger.warn("Docker does not run {}: {}", image, ex.getMessage());
			return false;
		}
	}

	boolean mayAnswer() {
		return new DockerEndpoint(this.environment).mayAnswer();
	}

	/**
	 * Makes sure that an image is there, and the one of the container with which
	 * Testcontainers removes others.
	 * @param image name of the image
	 * @throws RuntimeException if Docker does not answer or an image is not to be had
	 */
	void requireImage(DockerImageName image) {
		DockerClient client = DockerClientProviderStrategy
			.getClientForConfig(DockerClientFactory.instance().getTransportConfig());
		for (DockerImageName name : images(image)) {
			DockerImageName actual = ImageNameSubstitutor.instance().apply(name);
			if (!has(client, actual)) {
				pull(client, actual);
			}
		}
	}

	private List<DockerImageName> images(DockerImageName image) {
		if (Boolean.parseBoolean(this.environment.get("TESTCONTAINERS_RYUK_DISABLED"))) {
			return List.of(image);
		}
		return List.of(image, DockerImageName.parse(RYUK));
	}

	private static boolean has(DockerClient client, DockerImageName image) {
		try {
			client.inspectImageCmd(image.asCanonicalNameString()).exec();
			return true;
		}
		catch (NotFoundException ex) {
			return false;
		}
	}

	private static void pull(DockerClient client, DockerImageName image) {
		logger.info("Pulling {}", image);
		client.pullImageCmd(image.getUnversionedPart())
			.withTag(image.getVersionPart())
			.exec(new DockerPull(image.toString()))
			.await(PATIENCE);
	}

}
