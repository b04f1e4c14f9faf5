package io.distributor.backend.namespace;

import java.util.List;

/**
 * What listeners are to be told of the rooms of a socket.
 *
 * @param joined rooms it joined
 * @param left rooms it left
 */
record RoomChanges(List<String> joined, List<String> left) {

	static final RoomChanges NONE = new RoomChanges(List.of(), List.of());

}
