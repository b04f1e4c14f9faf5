package io.distributor.tests.simulation;

/**
 * What a client sends.
 *
 * @param text text of the packet
 * @param event number of the event within its socket, or 0 if it is none
 */
record ClientPacket(String text, int event) {

	static ClientPacket connect() {
		return new ClientPacket("0/chat,", 0);
	}

	static ClientPacket disconnect() {
		return new ClientPacket("1/chat,", 0);
	}

	static ClientPacket event(int number, boolean withAck, String kind) {
		return new ClientPacket("2/chat," + (withAck ? number : "") + "[\"e\"," + number + ",\"" + kind + "\"]",
				number);
	}

	static ClientPacket answer(String id) {
		return new ClientPacket("3/chat," + id + "[\"thanks\"]", 0);
	}

}
