package io.distributor.tests.simulation;

/**
 * What a client gets.
 *
 * @param type type of the packet, as it is written
 * @param id acknowledgement id, empty if there is none
 * @param json what follows
 */
record ServerPacket(char type, String id, String json) {

	static ServerPacket read(String text) {
		int begin = text.indexOf(',') + 1;
		int end = begin;
		while (end < text.length() && Character.isDigit(text.charAt(end))) {
			end++;
		}
		return new ServerPacket(text.charAt(0), text.substring(begin, end), text.substring(end));
	}

	/** Returns a word of the JSON, which has no nested values and no escapes. */
	String word(int index) {
		int begin = 1;
		for (int i = 0; i < index; i++) {
			begin = end(begin) + 1;
		}
		String word = this.json.substring(begin, end(begin));
		return (word.charAt(0) == '"') ? word.substring(1, word.length() - 1) : word;
	}

	private int end(int begin) {
		int end = begin;
		while (end < this.json.length() - 1 && this.json.charAt(end) != ',' && this.json.charAt(end) != ':') {
			end++;
		}
		return end;
	}

}
