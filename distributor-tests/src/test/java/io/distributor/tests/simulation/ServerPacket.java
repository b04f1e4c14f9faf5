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
		String[] words = this.json.substring(1, this.json.length() - 1).split("[,:]");
		String word = words[index];
		return (word.charAt(0) == '"') ? word.substring(1, word.length() - 1) : word;
	}

}
