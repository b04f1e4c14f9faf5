package io.distributor.engine.server;

import io.distributor.engine.limit.BacklogEntry;
import io.distributor.engine.limit.LoopBacklog;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;

/**
 * The answer to a request that the client has not read yet. To be used on the event loop
 * of the connection.
 */
final class UnreadAnswer extends BacklogEntry {

	private final Channel channel;

	UnreadAnswer(Channel channel, LoopBacklog backlog) {
		super(backlog);
		this.channel = channel;
	}

	@Override
	protected long waiting() {
		ChannelOutboundBuffer buffer = this.channel.unsafe().outboundBuffer();
		return (buffer != null) ? buffer.totalPendingWriteBytes() : 0;
	}

	@Override
	protected void giveUp(String description) {
		this.channel.close();
	}

}
