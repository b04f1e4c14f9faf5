package io.distributor.engine.transport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.distributor.engine.compression.Compressors;
import io.distributor.engine.limit.HeldBytes;
import io.distributor.engine.limit.LimitCounters;
import io.distributor.engine.limit.LoopBacklog;
import io.distributor.engine.limit.Pace;
import io.distributor.engine.protocol.engineio.FrameDeflater;
import io.distributor.engine.protocol.engineio.PacketCodec;
import io.netty.channel.EventLoop;

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

	/** One for each kind of frames that some session has got. */
	private final List<SharedFrames> sharedFrames = new ArrayList<>(1);

	private final Compressors compressors;

	private final FrameDeflater frameDeflater;

	private final Pace inflationPace;

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
		this.compressors = new Compressors(options.maxPayload());
		int inflated = options.compression().maxInflatedPerSecond();
		this.inflationPace = new Pace(inflated, inflated);
		this.frameDeflater = new FrameDeflater(this.compressors.deflater(), options.compression().threshold());
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

	/** Returns how fast the compressed messages of a session may become larger ones. */
	Pace inflationPace() {
		return this.inflationPace;
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
		for (SharedFrames frames : this.sharedFrames) {
			frames.release();
		}
		List<Transport> transports = this.unflushed;
		this.unflushed = this.flushing;
		this.flushing = transports;
		for (Transport transport : transports) {
			transport.flush();
		}
		transports.clear();
	}

	/**
	 * Returns what the sessions of a kind share.
	 * @param codec codec of the sessions
	 * @param compressed whether their clients agreed on compression
	 * @return the frames of the message that was sent last
	 */
	SharedFrames frames(PacketCodec codec, boolean compressed) {
		for (SharedFrames frames : this.sharedFrames) {
			if (frames.codec() == codec && frames.isCompressed() == compressed) {
				return frames;
			}
		}
		SharedFrames added = new SharedFrames(codec, compressed ? this.frameDeflater : null);
		this.sharedFrames.add(added);
		return added;
	}

	/**
	 * Returns what the connections of this loop compress and decompress with.
	 * @return the compressors
	 */
	public Compressors compressors() {
		return this.compressors;
	}

}
