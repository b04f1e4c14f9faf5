package io.distributor.engine.transport;

import io.distributor.engine.limit.BacklogEntry;
import io.distributor.engine.limit.LoopBacklog;
import io.distributor.engine.protocol.engineio.PacketFormatException;
import io.distributor.engine.protocol.engineio.PacketType;
import io.distributor.engine.protocol.engineio.Utf8;
import io.distributor.engine.protocol.engineio.WebSocketFrames;
import io.distributor.engine.session.CloseReason;
import io.distributor.engine.session.OutboundMessage;
import io.distributor.engine.session.TransportType;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandler;
import org.jspecify.annotations.Nullable;

/**
 * Carries a session over a websocket. The channel lives on the event loop of the session,
 * and this class is used there only.
 * <p>
 * Messages bypass any encoder: their frames are made once and shared by all sessions of
 * the loop, see {@link SharedFrames}. The water mark of the channel is the outbound limit
 * of the session.
 */
final class WebSocketTransport extends Deadline implements Transport {

	private final Channel channel;

	private final SessionLoop loop;

	private final SharedFrames frames;

	private final WebSocketDecoder decoder;

	private TransportOwner owner;

	/** Made when the client does not read in time for the first time. */
	private @Nullable BacklogEntry unread;

	/** Made when the client sends a compressed message for the first time. */
	private @Nullable CompressedMessages compressedMessages;

	private boolean flushing;

	private boolean readingPaused;

	private boolean closing;

	private boolean leftByPeer;

	WebSocketTransport(Channel channel, SessionLoop loop, SharedFrames frames, SessionOptions options) {
		this.channel = channel;
		this.loop = loop;
		this.frames = frames;
		this.owner = UnownedTransport.INSTANCE;
		this.decoder = new WebSocketDecoder(this, loop, frames.isCompressed(), options);
	}

	/**
	 * Takes over the channel, which has no handlers but TLS.
	 */
	void install() {
		this.channel.pipeline().addLast(this.decoder);
	}

	void setOwner(TransportOwner owner) {
		this.owner = owner;
	}

	void upgrade(TransportSession session) {
		this.owner = session;
		session.completeUpgrade(this);
	}

	@Override
	public TransportType type() {
		return TransportType.WEBSOCKET;
	}

	@Override
	public boolean send(OutboundMessage message) {
		int length = this.frames.length(message);
		if (length > this.channel.bytesBeforeUnwritable() && !makeRoom(length)) {
			// The end of a channel is reported by the channel.
			return !this.channel.isActive();
		}
		if (this.unread != null) {
			return sendToSlowClient(message, length, this.unread);
		}
		write(this.frames.buffer(message, this.channel.alloc()));
		return true;
	}

	private boolean sendToSlowClient(OutboundMessage message, int length, BacklogEntry slow) {
		if (!slow.takes(length, message.isDroppable())) {
			return false;
		}
		// Room may have been made by giving up this client.
		if (!this.closing) {
			write(this.frames.buffer(message, this.channel.alloc()));
			slow.measure();
		}
		return true;
	}

	// A burst within one turn of the loop fills the buffer before anything was written.
	private boolean makeRoom(int length) {
		this.channel.flush();
		return length <= this.channel.bytesBeforeUnwritable();
	}

	@Override
	public void sendPacket(PacketType type, String text) {
		sendFrame(WebSocketFrames.packet(type, text));
	}

	void sendFrame(byte[] frame) {
		if (this.closing) {
			return;
		}
		if (!this.channel.isWritable() && !makeRoom(frame.length)) {
			fail(CloseReason.SLOW_CONSUMER, "control frames not read by the client");
			return;
		}
		write(Unpooled.wrappedBuffer(frame));
	}

	private void write(ByteBuf frames) {
		this.channel.write(frames, this.channel.voidPromise());
		if (!this.flushing) {
			this.flushing = true;
			this.loop.flushLater(this);
		}
	}

	@Override
	public void flush() {
		this.flushing = false;
		this.channel.flush();
		if (this.unread != null) {
			this.unread.measure();
		}
		else if (waiting() > LoopBacklog.SMALL) {
			this.unread = new Unread();
			this.unread.measure();
		}
	}

	private long waiting() {
		ChannelOutboundBuffer buffer = this.channel.unsafe().outboundBuffer();
		return (buffer != null) ? buffer.totalPendingWriteBytes() : 0;
	}

	@Override
	public void pauseReading() {
		this.readingPaused = true;
		stopReading();
	}

	void stopReading() {
		this.channel.config().setAutoRead(false);
	}

	@Override
	public void resumeReading() {
		this.readingPaused = false;
		goOnReading();
	}

	void goOnReading() {
		if (!isReadingPaused()) {
			this.channel.config().setAutoRead(true);
			this.decoder.resume();
		}
	}

	boolean isReadingPaused() {
		return this.readingPaused || isResting();
	}

	private boolean isResting() {
		return !this.closing && this.compressedMessages != null && this.compressedMessages.isResting();
	}

	void onText(ByteBuf message) {
		if (this.closing) {
			return;
		}
		if (!Utf8.isValid(message)) {
			fail(CloseReason.PARSE_ERROR, "text message: not UTF-8 (expected: UTF-8)");
			return;
		}
		try {
			this.frames.codec().decodeText(message, this.owner);
		}
		catch (PacketFormatException ex) {
			fail(CloseReason.PARSE_ERROR, ex.getMessage());
		}
	}

	void onBinary(ByteBuf message) {
		if (this.closing) {
			return;
		}
		try {
			this.frames.codec().decodeBinary(message, this.owner);
		}
		catch (PacketFormatException ex) {
			fail(CloseReason.PARSE_ERROR, ex.getMessage());
		}
	}

	void onCompressed(ByteBuf message, boolean text) {
		ByteBuf inflated = this.closing ? null : compressedMessages().inflate(message, this.channel.alloc());
		if (inflated == null) {
			return;
		}
		try {
			if (text) {
				onText(inflated);
			}
			else {
				onBinary(inflated);
			}
		}
		finally {
			inflated.release();
		}
	}

	private CompressedMessages compressedMessages() {
		CompressedMessages messages = this.compressedMessages;
		if (messages == null) {
			messages = new CompressedMessages(this, this.loop);
			this.compressedMessages = messages;
		}
		return messages;
	}

	/**
	 * The client sent a close frame. If it is an answer to ours, all is said.
	 */
	void onCloseFrame() {
		this.leftByPeer = true;
		if (this.closing) {
			this.channel.close();
			return;
		}
		fail(CloseReason.TRANSPORT_CLOSE, null);
	}

	void onInactive(@Nullable String description) {
		cancel();
		this.closing = true;
		this.owner.onTransportClosed(CloseReason.TRANSPORT_CLOSE, description);
	}

	/**
	 * Reports that this transport cannot go on, and closes it.
	 * @param reason why
	 * @param description detail or {@code null}
	 */
	void fail(CloseReason reason, @Nullable String description) {
		this.owner.onTransportClosed(reason, description);
		close(reason, description);
	}

	@Override
	public boolean close(CloseReason reason, @Nullable String description) {
		if (this.closing) {
			return false;
		}
		boolean paused = isReadingPaused();
		this.closing = true;
		if (reason == CloseReason.SLOW_CONSUMER || !this.channel.isActive()) {
			this.channel.close();
			return false;
		}
		if (paused) {
			resumeReading();
		}
		switch (reason) {
			case FORCED_CLOSE, SERVER_SHUTTING_DOWN -> endConnection();
			case FORCED_SERVER_CLOSE -> {
				this.channel.write(closePacket());
				sayGoodbye(reason, description);
			}
			default -> sayGoodbye(reason, description);
		}
		this.loop.closes().add(this);
		return false;
	}

	// Without a close frame, as a lost connection ends: the official Java client does not
	// heed that frame, nor anything behind it, and would go on until a heartbeat is
	// missing. Only our half of the connection is ended, for the same reason as below.
	private void endConnection() {
		this.channel.writeAndFlush(closePacket()).addListener((written) -> endOutput());
	}

	private static ByteBuf closePacket() {
		return Unpooled.wrappedBuffer(WebSocketFrames.packet(PacketType.CLOSE, ""));
	}

	private void endOutput() {
		SslHandler ssl = this.channel.pipeline().get(SslHandler.class);
		if (ssl != null) {
			ssl.closeOutbound().addListener((ended) -> shutDownOutput());
		}
		else {
			shutDownOutput();
		}
	}

	private void shutDownOutput() {
		if (this.channel instanceof DuplexChannel duplex) {
			duplex.shutdownOutput();
		}
		else {
			this.channel.close();
		}
	}

	// Waits for the answer to our close frame: closing at once, with bytes of the client
	// unread, would reset the connection and the frame might never be seen.
	private void sayGoodbye(CloseReason reason, @Nullable String description) {
		byte[] frame = WebSocketFrames.close(reason.closeCode(), (description != null) ? description : "");
		var written = this.channel.writeAndFlush(Unpooled.wrappedBuffer(frame));
		if (this.leftByPeer) {
			written.addListener(ChannelFutureListener.CLOSE);
		}
	}

	@Override
	protected void onExpired() {
		this.channel.close();
	}

	private final class Unread extends BacklogEntry {

		Unread() {
			super(WebSocketTransport.this.loop.backlog());
		}

		@Override
		protected long waiting() {
			return WebSocketTransport.this.waiting();
		}

		@Override
		protected void giveUp(String description) {
			fail(CloseReason.SLOW_CONSUMER, description);
		}

	}

}
