package io.distributor.autoconfigure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.distributor.engine.server.FileSource;
import io.distributor.engine.server.ServedFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Finds the JavaScript client in a webjar: {@code socket.io-client} of
 * {@code org.webjars.npm} or {@code org.webjars}, or whatever has its files where those
 * have them. All of it is read once and kept.
 */
final class WebJarClient {

	private static final Logger logger = LoggerFactory.getLogger(WebJarClient.class);

	private static final String SCRIPT = "socket.io.min.js";

	private static final String PATTERN = "classpath*:META-INF/resources/webjars/socket.io-client/**/" + SCRIPT;

	private static final List<String> SCRIPTS = List.of("socket.io.js", SCRIPT, "socket.io.esm.min.js",
			"socket.io.msgpack.min.js");

	private final PathMatchingResourcePatternResolver resources;

	WebJarClient(@Nullable ClassLoader classLoader) {
		this.resources = new PathMatchingResourcePatternResolver(classLoader);
	}

	/**
	 * Returns the files of the client.
	 * @return what knows them, or {@link FileSource#NONE} if there is no webjar
	 * @throws UncheckedIOException if a webjar cannot be read
	 */
	FileSource files() {
		try {
			Resource[] found = this.resources.getResources(PATTERN);
			return (found.length > 0) ? read(found[0])::get : FileSource.NONE;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The webjar of socket.io-client cannot be read", ex);
		}
	}

	private static Map<String, ServedFile> read(Resource script) throws IOException {
		Map<String, ServedFile> files = new HashMap<>();
		for (String name : SCRIPTS) {
			add(files, script, name, "application/javascript; charset=utf-8");
			add(files, script, name + ".map", "application/json; charset=utf-8");
		}
		logger.info("The JavaScript client is served from {}", script);
		return Map.copyOf(files);
	}

	private static void add(Map<String, ServedFile> files, Resource script, String name, String contentType)
			throws IOException {
		Resource file = script.createRelative(name);
		if (file.exists()) {
			files.put(name, new ServedFile(contentType, file.getContentAsByteArray()));
		}
	}

}
