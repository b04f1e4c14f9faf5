package io.distributor.sample.chat.room;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of the rooms.
 *
 * @param permanent Rooms that are there also when nobody is in them.
 * @param limit Maximum number of rooms.
 * @param history Number of messages a room remembers.
 */
@ConfigurationProperties("chat.rooms")
public record RoomsProperties(@DefaultValue("Lobby") List<RoomName> permanent, @DefaultValue("100") int limit,
		@DefaultValue("50") int history) {

}
