package io.distributor.tests.security;

import java.io.IOException;
import java.util.Random;

/**
 * Connects, says something and is gone, politely or not.
 */
final class ComeAndGo implements Attack {

	@Override
	public void strike(int port, Random random) throws IOException {
		try (Attacker client = Attacker.of(port)) {
			if (random.nextBoolean()) {
				client.join("/chat");
				client.send("42/chat,1[\"echo\",\"hello\"]");
				if (random.nextBoolean()) {
					client.send("41/chat,");
				}
			}
			else {
				String session = client.openPolling();
				client.post(session, "40/chat,");
				if (random.nextBoolean()) {
					client.get(session);
					client.post(session, "1");
				}
			}
		}
	}

}
