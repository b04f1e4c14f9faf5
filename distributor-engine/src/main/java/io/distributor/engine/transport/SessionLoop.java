package io.distributor.engine.transport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.distributor.engine.limit.HeldBytes;
import io.distributor.engine.limit.LimitCounters;
import io.distributor.engine.limit.LoopBacklog;
import io.distributor.engine.protocol.engineio.PacketCodec;
import io.distributor.engine.session.OutboundMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.EventLoop;
import org.jspecify.annotations.Nullable;

/**
 * What the sessions of one event loop share: deadlines, the flush at the end of a turn,
 * and the bytes of the message being broadcast. To be used on that loop only, apart from
 * {@link #eventLoop()}.
 * <p>
 * A message may be on its way on several loops at the same time; each loop copies its
 * frames once into a buffer of its own, and writes that buffer to all its sessions. So no
 * reference count is ever shared by threads.
 */
public final class SessionLoop {

	private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

	private static final Duration LINGER_TIMEOUT = Duration.ofSeconds(30);

	private final EventLoop eventLoop;

	private final LoopTimer timer;

	private final DeadlineQueue pings;

	private final DeadlineQueue pongs;

	private final DeadlineQueue silences;

	private final DeadlineQueue upgrades;

	private final DeadlineQueue closes;

	private final DeadlineQueue lingering;

	private final DeadlineQueue messages;

	private final SessionBounds bounds;

	private final LoopBacklog backlog;

	private final Runnable flush = this::flush;

	private List<Transport> unflushed = new ArrayList<>();

	private List<Transport> flushing = new ArrayList<>();

	private boolean flushScheduled;

	private @Nullable OutboundMessage sharedMessage;

	private @Nullable PacketCodec sharedCodec;

	private @Nullable ByteBuf sharedFrames;

	SessionLoop(EventLoop eventLoop, SessionOptions options, SessionBounds bounds) {
		this.bounds = bounds;
		this.backlog = bounds.backlog().add(eventLoop);
		this.eventLoop = eventLoop;
		this.timer = new LoopTimer(eventLoop);
		this.pings = this.timer.queue(options.pingInterval());
		this.pongs = this.timer.queue(options.pingTimeout());
		this.silences = this.timer.queue(options.pingInterval().plus(options.pingTimeout()));
		this.upgrades = this.timer.queue(options.upgradeTimeout());
		this.closes = this.timer.queue(CLOSE_TIMEOUT);
		this.lingering = this.timer.queue(LINGER_TIMEOUT);
		this.messages = this.timer.queue(options.messageTimeout());
	}

	/**
	 * Returns the event loop. May be called from any thread.
	 * @return the event loop
	 */
	public EventLoop eventLoop() {
		return this.eventLoop;
	}

	/**
	 * Returns the timer of this loop.
	 * @return the timer
	 */
	public LoopTimer timer() {
		return this.timer;
	}

	DeadlineQueue pings() {
		return this.pings;
	}

	DeadlineQueue pongs() {
		return this.pongs;
	}

	DeadlineQueue silences() {
		return this.silences;
	}

	DeadlineQueue upgrades() {
		return this.upgrades;
	}

	DeadlineQueue closes() {
		return this.closes;
	}

	DeadlineQueue lingering() {
		return this.lingering;
	}

	DeadlineQueue messages() {
		return this.messages;
	}

	HeldBytes held() {
		return this.bounds.held();
	}

	LimitCounters limits() {
		return this.bounds.counters();
	}

	/**
	 * Returns what waits for the clients of this loop.
	 * @return the backlog
	 */
	public LoopBacklog backlog() {
		return this.backlog;
	}

	/**
	 * Flushes a transport when this turn of the loop is over. A transport asks once until
	 * it was flushed.
	 * @param transport the transport
	 */
	void flushLater(Transport transport) {
		this.unflushed.add(transport);
		if (!this.flushScheduled) {
			this.flushScheduled = true;
			this.eventLoop.execute(this.flush);
		}
	}

	private void flush() {
		this.flushScheduled = false;
		releaseSharedFrames();
		List<Transport> transports = this.unflushed;
		this.unflushed = this.flushing;
		this.flushing = transports;
		for (Transport transport : transports) {
			transport.flush();
		}
		transports.clear();
	}

	/**
	 * Returns the frames of a message, ready to be written and released by the caller.
	 * @param message the message
	 * @param codec codec of the session
	 * @param allocator allocates the buffer if the message is not the one asked for last
	 * @return the frames
	 */
	ByteBuf frames(OutboundMessage message, PacketCodec codec, ByteBufAllocator allocator) {
		if (this.sharedFrames == null || this.sharedMessage != message || this.sharedCodec != codec) {
			releaseSharedFrames();
			byte[] frames = message.frames(codec);
			this.sharedFrames = allocator.directBuffer(frames.length, frames.length).writeBytes(frames);
			this.sharedMessage = message;
			this.sharedCodec = codec;
		}
		return this.sharedFrames.retainedDuplicate();
	}

	private void releaseSharedFrames() {
		if (this.sharedFrames != null) {
			this.sharedFrames.release();
		}
		this.sharedFrames = null;
		this.sharedMessage = null;
		this.sharedCodec = null;
	}

}
