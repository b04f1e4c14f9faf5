package io.distributor.interop.peer;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import io.distributor.interop.adapter.AdapterBroadcast;
import io.distributor.interop.adapter.AdapterLimits;
import io.distributor.interop.adapter.AdapterRequest;
import io.distributor.interop.adapter.BroadcastReader;
import io.distributor.interop.adapter.RequestReader;
import io.distributor.interop.channel.ForeignChannels;
import io.distributor.link.memory.MemoryLinkHub;
import io.distributor.link.message.DisconnectSockets;
import io.distributor.link.message.EmitToRooms;
import io.distributor.link.message.JoinRooms;
import io.distributor.link.message.LeaveRooms;
import io.distributor.link.message.Payload;
import io.distributor.link.message.Selection;
import io.distributor.link.message.UserRoom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class AdapterPublisherTests {

	private static final Payload PAYLOAD = new Payload("[\"e\",1]".getBytes(StandardCharsets.UTF_8), List.of());

	private static final Selection ROOM = new Selection(Set.of("r"), Set.of("x"));

	private final MemoryLinkHub hub = new MemoryLinkHub();

	private final ForeignChannels servers = new ForeignChannels(this.hub.port(), 1_000);

	private final ForeignChannels backend = new ForeignChannels(this.hub.port(), 10_000);

	private final AdapterPublisher publisher = new AdapterPublisher("key", "fleet", this.backend);

	private final List<Object> heard = new CopyOnWriteArrayList<>();

	@BeforeEach
	void open() {
		BroadcastReader broadcasts = new BroadcastReader(AdapterLimits.DEFAULT);
		RequestReader requests = new RequestReader(AdapterLimits.DEFAULT);
		this.servers.open();
		this.backend.open();
		this.servers.subscribePattern("*", (channel, message) -> this.heard
			.addAll(List.of(channel, channel.contains("request") ? requests.read(message) : broadcasts.read(message))));
		await().until(() -> this.servers.isUp() && this.backend.isUp());
	}

	@AfterEach
	void close() {
		this.backend.close();
		this.servers.close();
	}

	@Test
	void publishesEventsOnTheChannelOfTheirRoomOrOfAll() {
		this.publisher.onEmit(new EmitToRooms("/chat", Selection.ALL, true, PAYLOAD));
		this.publisher.onEmit(new EmitToRooms("/chat", ROOM, false, PAYLOAD));
		await().untilAsserted(() -> assertThat(this.heard).containsExactly("key#/chat#",
				new AdapterBroadcast("fleet", "/chat", Selection.ALL, true, PAYLOAD), "key#/chat#r#",
				new AdapterBroadcast("fleet", "/chat", ROOM, false, PAYLOAD)));
	}

	@Test
	void publishesJoinsLeavesAndDisconnects() {
		this.publisher.onJoin(new JoinRooms("/chat", ROOM, List.of("s"), 0));
		this.publisher.onLeave(new LeaveRooms("/chat", ROOM, List.of("s"), 0));
		this.publisher.onDisconnect(new DisconnectSockets("/chat", ROOM, true, 0));
		String channel = "key-request#/chat#";
		await().untilAsserted(() -> assertThat(this.heard).containsExactly(channel,
				new AdapterRequest.Join("fleet", ROOM, Set.of("s")), channel,
				new AdapterRequest.Leave("fleet", ROOM, Set.of("s")), channel,
				new AdapterRequest.Disconnect("fleet", ROOM, true)));
	}

	@Test
	void leavesOutUsersAndPatterns() {
		String ann = UserRoom.of("ann");
		this.publisher.onEmit(new EmitToRooms("/chat", new Selection(Set.of(ann), Set.of()), false, PAYLOAD));
		this.publisher.onDisconnect(new DisconnectSockets("/chat", new Selection(Set.of(ann), Set.of()), true, 0));
		this.publisher.onEmit(new EmitToRooms("/room-{id}", Selection.ALL, false, PAYLOAD));
		this.publisher.onEmit(new EmitToRooms("/chat", new Selection(Set.of(ann, "r"), Set.of(ann)), false, PAYLOAD));
		await().untilAsserted(() -> assertThat(this.heard).containsExactly("key#/chat#r#",
				new AdapterBroadcast("fleet", "/chat", new Selection(Set.of("r"), Set.of()), false, PAYLOAD)));
	}

}
