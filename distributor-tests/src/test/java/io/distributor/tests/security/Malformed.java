package io.distributor.tests.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/**
 * Sends what is almost right: packets, payloads and requests with random damage.
 */
final class Malformed implements Attack {

	private static final String[] PACKETS = { "42/chat,1[\"echo\",\"hello\"]", "40/chat,{\"token\":\"a\"}", "41/chat,",
			"451-/chat,[\"echo\",{\"_placeholder\":true,\"num\":0}]", "43/chat,1[]", "2probe", "3", "6",
			"4a\u001e4b\u001ebAAAA" };

	private static final String[] REQUESTS = {
			"POST /socket.io/?EIO=4&transport=polling HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n40/ab",
			"GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\n"
					+ "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
					+ "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
			"POST /socket.io/?EIO=4&transport=polling HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n4ab\r\n0\r\n\r\n" };

	@Override
	public void strike(int port, Random random) throws IOException {
		try (Attacker client = Attacker.of(port)) {
			switch (random.nextInt(3)) {
				case 0 -> client.write(damaged(REQUESTS[random.nextInt(REQUESTS.length)], random));
				case 1 -> client.post(client.openPolling(),
						new String(damaged(packet(random), random), StandardCharsets.ISO_8859_1));
				default -> {
					client.join("/chat");
					for (int i = 0; i < 5; i++) {
						client.frame(random.nextInt(4) == 0 ? random.nextInt(256) : Attacker.TEXT,
								damaged(packet(random), random));
					}
				}
			}
		}
	}

	private static String packet(Random random) {
		return PACKETS[random.nextInt(PACKETS.length)];
	}

	private static byte[] damaged(String text, Random random) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		for (int i = random.nextInt(4); i > 0; i--) {
			bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
		}
		return (random.nextInt(4) == 0) ? Arrays.copyOf(bytes, random.nextInt(bytes.length) + 1) : bytes;
	}

}
