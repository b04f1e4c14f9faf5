package io.distributor.backend.namespace;

import java.util.List;
import java.util.Set;

import io.distributor.backend.FetchedRooms;
import io.distributor.backend.remote.AnswerCollector;
import io.distributor.link.message.LinkMessage;
import io.distributor.link.message.RoomSize;
import io.distributor.link.message.RoomsAnswer;
import io.distributor.link.presence.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * Adds up the sizes of rooms. Each distributor answers once, with one message.
 */
final class FetchedRoomAnswers implements AnswerCollector<FetchedRooms> {

	private final PageMerge<Long> merge;

	FetchedRoomAnswers(@Nullable String after, int limit) {
		this.merge = new PageMerge<>(after, limit, Long::sum);
	}

	@Override
	public boolean add(NodeId sender, LinkMessage answer) {
		if (!(answer instanceof RoomsAnswer part)) {
			return false;
		}
		List<RoomSize> rooms = part.rooms();
		rooms.forEach((room) -> this.merge.add(room.room(), (long) room.sockets()));
		if (part.more()) {
			this.merge.endsAt(rooms.isEmpty() ? null : rooms.get(rooms.size() - 1).room());
		}
		return true;
	}

	@Override
	public FetchedRooms result(Set<String> silent) {
		PageMerge.Page<Long> page = this.merge.page();
		return new FetchedRooms(page.entries(), silent, page.next());
	}

}
