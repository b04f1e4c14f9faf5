package io.distributor.benchmarks.server;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;

/**
 * The connections of one event loop. Everything but {@link #broadcast} is for that loop.
 */
final class FloorLoop {

	private final EventLoop loop;

	private final List<FloorLoop> all;

	private final List<Channel> channels = new ArrayList<>();

	private final Map<String, List<Channel>> rooms = new HashMap<>();

	FloorLoop(EventLoop loop, List<FloorLoop> all) {
		this.loop = loop;
		this.all = all;
	}

	boolean is(EventLoop loop) {
		return this.loop == loop;
	}

	void add(Channel channel) {
		this.channels.add(channel);
	}

	void remove(Channel channel) {
		this.channels.remove(channel);
	}

	void join(Channel channel, String room) {
		this.rooms.computeIfAbsent(room, (name) -> new ArrayList<>()).add(channel);
	}

	/** Writes a frame to all connections of all loops, or to those in a room. */
	void broadcast(ByteBuf frame, String room) {
		for (FloorLoop floor : this.all) {
			ByteBuf shared = frame.retainedDuplicate();
			floor.loop.execute(() -> floor.write(shared, room));
		}
		frame.release();
	}

	private void write(ByteBuf frame, String room) {
		for (Channel channel : room.isEmpty() ? this.channels : this.rooms.getOrDefault(room, List.of())) {
			channel.writeAndFlush(frame.retainedDuplicate(), channel.voidPromise());
		}
		frame.release();
	}

}
