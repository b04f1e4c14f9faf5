package io.distributor.tests.support;

import java.nio.file.Path;

/**
 * The scripts for Node.js and the packages they use.
 */
public final class NodeProject {

	private static final NodePackages PACKAGES = new NodePackages(
			Path.of(System.getProperty("distributor.tests.node", "src/test/node")));

	private NodeProject() {
	}

	/**
	 * Returns where the scripts are.
	 * @return the folder
	 */
	public static Path folder() {
		return PACKAGES.folder();
	}

	/**
	 * Installs the packages, unless those of the lock file are there.
	 */
	public static void install() {
		PACKAGES.install();
	}

	/**
	 * Prepares to run a script.
	 * @param script the script
	 * @param arguments what it gets
	 * @return how to start it
	 */
	public static ProcessBuilder node(String script, String... arguments) {
		return PACKAGES.node(script, arguments);
	}

}
