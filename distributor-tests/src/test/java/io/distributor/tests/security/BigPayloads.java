package io.distributor.tests.security;

import java.io.IOException;
import java.util.Random;

/**
 * Sends what is as large as it may be, in one piece, in fragments and as attachments, and
 * what is larger.
 */
final class BigPayloads implements Attack {

	private static final int LARGE = 900_000;

	private static final int TOO_LARGE = 1_200_000;

	@Override
	public void strike(int port, Random random) throws IOException {
		try (Attacker client = Attacker.of(port)) {
			client.join("/chat");
			switch (random.nextInt(4)) {
				case 0 -> {
					client.send("42/chat,1[\"echo\",\"" + "x".repeat(LARGE) + "\"]");
					client.readText();
				}
				case 1 -> {
					client.send("451-/chat,1[\"echo\",{\"_placeholder\":true,\"num\":0}]");
					client.send(new byte[LARGE]);
					client.readText();
				}
				case 2 -> {
					client.frame(0x01, new byte[LARGE / 2]);
					client.frame(0x00, new byte[LARGE / 2]);
				}
				default -> {
					client.send(new byte[TOO_LARGE]);
					client.readClose();
				}
			}
		}
	}

}
