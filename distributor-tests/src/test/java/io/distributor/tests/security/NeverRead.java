package io.distributor.tests.security;

import java.io.IOException;
import java.util.Random;

/**
 * Asks for more and more, and reads nothing of it.
 */
final class NeverRead implements Attack {

	private static final int EVENTS = 200;

	@Override
	public void strike(int port, Random random) throws IOException {
		try (Attacker client = Attacker.withSmallBuffer(port)) {
			client.join("/chat");
			for (int i = 0; i < EVENTS; i++) {
				client.send("42/chat," + i + "[\"echo\",\"" + "x".repeat(20_000) + "\"]");
			}
		}
	}

}
