package io.distributor.sample.chat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.distributor.backend.FetchedRooms;
import io.distributor.backend.IndirectIo;
import io.distributor.sample.chat.room.RoomName;
import io.distributor.sample.chat.room.RoomSize;
import io.distributor.sample.chat.room.RoomsProperties;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Which rooms there are, and how many are in each of them. All distributors are asked
 * once a second, and all users told when that has changed: by each process of the chat,
 * so that whatever was told too late is put right a second later. May be used from any
 * thread.
 */
@Component
class RoomList {

	private final IndirectIo io;

	private final RoomsProperties properties;

	private volatile List<RoomSize> rooms;

	RoomList(IndirectIo io, RoomsProperties properties) {
		this.io = io;
		this.properties = properties;
		this.rooms = sizes(Map.of());
	}

	List<RoomSize> rooms() {
		return this.rooms;
	}

	/**
	 * Returns whether a room is there or may be opened.
	 */
	boolean hasRoomFor(RoomName room) {
		return this.rooms.size() < this.properties.limit()
				|| this.rooms.stream().anyMatch((known) -> known.name().equals(room));
	}

	@Scheduled(fixedDelay = 1_000)
	void refresh() {
		this.io.fetchRooms(2 * this.properties.limit(), null).thenAccept(this::show);
	}

	private void show(FetchedRooms fetched) {
		List<RoomSize> now = sizes(fetched.rooms());
		if (fetched.silentDistributors().isEmpty() && !now.equals(this.rooms)) {
			this.rooms = now;
			this.io.as(ChatEvents.class).rooms(now);
		}
	}

	private List<RoomSize> sizes(Map<String, Long> channels) {
		Map<RoomName, Long> sizes = new LinkedHashMap<>();
		this.properties.permanent().forEach((room) -> sizes.put(room, 0L));
		channels.forEach((channel, size) -> sizes.put(RoomName.ofChannel(channel), size));
		return sizes.entrySet().stream().map((room) -> new RoomSize(room.getKey(), room.getValue())).toList();
	}

}
