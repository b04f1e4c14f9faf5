package io.distributor.tests.simulation;

/**
 * What a client sends.
 *
 * @param text text of the packet
 * @param event number of the event within its socket, or 0 if it is none
 */
record ClientPacket(String text, int event) {

	private static final int BIG = 300;

	boolean isConcurrent() {
		return this.text.contains("[\"c\",");
	}

	static ClientPacket connect() {
		return new ClientPacket("0/chat,", 0);
	}

	static ClientPacket disconnect() {
		return new ClientPacket("1/chat,", 0);
	}

	static ClientPacket event(int number, boolean withAck, String kind) {
		String name = kind.equals("concurrent") ? "c" : "e";
		String rest = kind.equals("big") ? ",\"" + "x".repeat(BIG) + "\"" : "";
		return new ClientPacket(
				"2/chat," + (withAck ? number : "") + "[\"" + name + "\"," + number + ",\"" + kind + "\"" + rest + "]",
				number);
	}

	static ClientPacket answer(String id) {
		return new ClientPacket("3/chat," + id + "[\"thanks\"]", 0);
	}

}
