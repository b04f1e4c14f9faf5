package io.distributor.engine.transport;

import java.io.IOException;
import java.util.List;

import io.distributor.engine.limit.HeldBytes;
import io.distributor.engine.limit.Limit;
import io.distributor.engine.protocol.engineio.Utf8;
import io.distributor.engine.protocol.engineio.WebSocketFrames;
import io.distributor.engine.session.CloseReason;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads frames of a client (RFC 6455, section 5) and brings messages to the transport.
 * <p>
 * Frames are unmasked in place and passed on as slices of what was read: a message in one
 * frame, the usual case, is never copied here. Messages in several frames are collected,
 * bounded in bytes and in frames.
 */
final class WebSocketDecoder extends ByteToMessageDecoder {

	private static final Logger logger = LoggerFactory.getLogger(WebSocketDecoder.class);

	private static final int RESERVED = 0x70;

	private static final int MAX_CONTROL_PAYLOAD = 125;

	private static final int MASK_LENGTH = 4;

	private final WebSocketTransport transport;

	private final int maxPayload;

	private final int maxFragments;

	private final boolean compressed;

	private @Nullable ByteBuf fragments;

	private int fragmentCount;

	/** The first byte of the first frame. */
	private int fragmented;

	private boolean deaf;

	private final SessionLoop loop;

	/** Made when a message is not complete at once: most always are. */
	private @Nullable Deadline messageDeadline;

	private boolean awaitingMore;

	private HeldBytes.@Nullable Share held;

	private @Nullable ChannelHandlerContext context;

	/**
	 * Creates a decoder.
	 * @param transport takes the messages
	 * @param loop what the sessions of its event loop share
	 * @param compressed whether compression was agreed on
	 * @param options limits of messages
	 */
	WebSocketDecoder(WebSocketTransport transport, SessionLoop loop, boolean compressed, SessionOptions options) {
		this.transport = transport;
		this.compressed = compressed;
		this.loop = loop;
		this.maxPayload = options.maxPayload();
		this.maxFragments = options.maxFragments();
	}

	@Override
	protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
		if (this.deaf) {
			in.skipBytes(in.readableBytes());
			return;
		}
		if (in.readableBytes() < 2 || (this.transport.isReadingPaused() && ctx.channel().isActive())) {
			return;
		}
		int start = in.readerIndex();
		int opcode = in.getByte(start) & WebSocketFrames.OPCODE_MASK;
		int lengthCode = in.getByte(start + 1) & 0x7F;
		if (!isHeaderValid(in.getByte(start), in.getByte(start + 1), opcode, lengthCode)) {
			return;
		}
		int lengthBytes = (lengthCode < 126) ? 0 : (lengthCode == 126) ? 2 : 8;
		int headerLength = 2 + lengthBytes + MASK_LENGTH;
		if (in.readableBytes() < headerLength) {
			return;
		}
		long length = length(in, start + 2, lengthCode);
		if (!isLengthValid(length, lengthCode) || in.readableBytes() < headerLength + length) {
			return;
		}
		int first = in.getByte(start);
		int mask = in.getInt(start + headerLength - MASK_LENGTH);
		in.skipBytes(headerLength);
		ByteBuf payload = in.readSlice((int) length);
		unmask(payload, mask);
		onFrame(ctx, first, payload);
	}

	private boolean isHeaderValid(byte first, byte second, int opcode, int lengthCode) {
		if ((first & RESERVED) != 0 && !isCompressed(first, opcode)) {
			return violation("reserved bits are set (expected: none that was not agreed on)");
		}
		if (second >= 0) {
			return violation("frame of a client is not masked");
		}
		if (opcode >= WebSocketFrames.CLOSE) {
			return isControlHeaderValid(first, opcode, lengthCode);
		}
		if (opcode > WebSocketFrames.BINARY) {
			return violation("opcode: " + opcode + " (expected: one of RFC 6455)");
		}
		if ((opcode == WebSocketFrames.CONTINUATION) != (this.fragments != null)) {
			return violation("opcode: " + opcode + " (expected: a continuation of what was begun, and only of that)");
		}
		return true;
	}

	// Only the first frame of a message says so (RFC 7692, section 6).
	private boolean isCompressed(byte first, int opcode) {
		return this.compressed && (first & RESERVED) == WebSocketFrames.RSV1
				&& (opcode == WebSocketFrames.TEXT || opcode == WebSocketFrames.BINARY);
	}

	private boolean isControlHeaderValid(byte first, int opcode, int lengthCode) {
		if (opcode > WebSocketFrames.PONG) {
			return violation("opcode: " + opcode + " (expected: one of RFC 6455)");
		}
		if (first >= 0 || lengthCode > MAX_CONTROL_PAYLOAD) {
			return violation("control frame is fragmented or longer than 125 bytes");
		}
		return true;
	}

	private static long length(ByteBuf in, int index, int lengthCode) {
		return switch (lengthCode) {
			case 126 -> in.getUnsignedShort(index);
			case 127 -> in.getLong(index);
			default -> lengthCode;
		};
	}

	private boolean isLengthValid(long length, int lengthCode) {
		if (length < 0 || (lengthCode == 126 && length < 126) || (lengthCode == 127 && length <= 0xFFFF)) {
			return violation("length of a frame is not in its shortest form");
		}
		int collected = (this.fragments != null) ? this.fragments.readableBytes() : 0;
		if (length > this.maxPayload - collected) {
			return exceed(Limit.PAYLOAD,
					"message: " + (collected + length) + " bytes (expected: <= " + this.maxPayload + ")");
		}
		return true;
	}

	private static void unmask(ByteBuf payload, int mask) {
		if (mask == 0) {
			return;
		}
		int index = payload.readerIndex();
		int end = payload.writerIndex();
		long longMask = (mask & 0xFFFFFFFFL) | ((long) mask << Integer.SIZE);
		for (; end - index >= Long.BYTES; index += Long.BYTES) {
			payload.setLong(index, payload.getLong(index) ^ longMask);
		}
		for (int shift = 24; index < end; index++, shift = (shift - 8) & 0x1F) {
			payload.setByte(index, payload.getByte(index) ^ (mask >> shift));
		}
	}

	private void onFrame(ChannelHandlerContext ctx, int first, ByteBuf payload) {
		switch (first & WebSocketFrames.OPCODE_MASK) {
			case WebSocketFrames.CLOSE -> onClose(payload);
			case WebSocketFrames.PING ->
				this.transport.sendFrame(WebSocketFrames.frame(WebSocketFrames.PONG, ByteBufUtil.getBytes(payload)));
			case WebSocketFrames.PONG -> logger.trace("Unasked pong frame");
			default -> {
				if (isLast(first) && this.fragments == null) {
					onMessage(first, payload);
				}
				else {
					onFragment(ctx, first, payload);
				}
			}
		}
	}

	private static boolean isLast(int first) {
		return first < 0;
	}

	private void onClose(ByteBuf payload) {
		if (payload.isReadable() && !isCloseValid(payload)) {
			violation("close frame without a valid close code and reason");
			return;
		}
		this.deaf = true;
		this.transport.onCloseFrame();
	}

	private static boolean isCloseValid(ByteBuf payload) {
		if (payload.readableBytes() < 2) {
			return false;
		}
		int code = payload.readUnsignedShort();
		boolean standard = code >= 1000 && code <= 1014 && code != 1004 && code != 1005 && code != 1006;
		return (standard || (code >= 3000 && code <= 4999)) && Utf8.isValid(payload);
	}

	private void onMessage(int first, ByteBuf message) {
		boolean text = (first & WebSocketFrames.OPCODE_MASK) == WebSocketFrames.TEXT;
		if ((first & WebSocketFrames.RSV1) != 0) {
			this.transport.onCompressed(message, text);
		}
		else if (text) {
			this.transport.onText(message);
		}
		else {
			this.transport.onBinary(message);
		}
	}

	private void onFragment(ChannelHandlerContext ctx, int first, ByteBuf payload) {
		ByteBuf collected = this.fragments;
		if (collected == null) {
			collected = ctx.alloc().buffer(payload.readableBytes());
			this.fragments = collected;
			this.fragmented = first;
			this.fragmentCount = 0;
		}
		if (++this.fragmentCount > this.maxFragments) {
			exceed(Limit.FRAGMENTS, "message: more frames than allowed (<= " + this.maxFragments + ")");
			return;
		}
		collected.writeBytes(payload);
		if (isLast(first)) {
			this.fragments = null;
			try {
				onMessage(this.fragmented, collected);
			}
			finally {
				collected.release();
			}
		}
	}

	/**
	 * All that came together was read. If a message is not complete then, its next piece
	 * has to come in time.
	 */
	@Override
	public void channelReadComplete(ChannelHandlerContext ctx) throws Exception {
		watchMessage();
		super.channelReadComplete(ctx);
	}

	private void watchMessage() {
		int begun = this.deaf ? 0
				: actualReadableBytes() + ((this.fragments != null) ? this.fragments.readableBytes() : 0);
		if (begun > 0 || (this.fragments != null && !this.deaf)) {
			this.awaitingMore = true;
			this.loop.messages().add(messageDeadline());
			hold(begun);
		}
		else if (this.awaitingMore) {
			stopWatching();
		}
	}

	private Deadline messageDeadline() {
		Deadline deadline = this.messageDeadline;
		if (deadline == null) {
			deadline = new MessageDeadline();
			this.messageDeadline = deadline;
		}
		return deadline;
	}

	private void hold(int bytes) {
		HeldBytes.Share share = this.held;
		if (share == null) {
			share = this.loop.held().share();
			this.held = share;
		}
		if (!share.set(bytes)) {
			stopWatching();
			fail(CloseReason.TRANSPORT_ERROR, "message: not complete, and too much of all clients is not");
		}
	}

	private void stopWatching() {
		this.awaitingMore = false;
		if (this.messageDeadline != null) {
			this.messageDeadline.cancel();
		}
		if (this.held != null) {
			this.held.set(0);
		}
	}

	private boolean exceed(Limit limit, String description) {
		this.loop.limits().count(limit);
		return fail(CloseReason.PAYLOAD_TOO_LARGE, description);
	}

	private boolean violation(String description) {
		return fail(CloseReason.TRANSPORT_ERROR, description);
	}

	private boolean fail(CloseReason reason, String description) {
		this.deaf = true;
		this.transport.fail(reason, description);
		return false;
	}

	/**
	 * Goes on with what was read before the transport stopped reading.
	 */
	void resume() {
		ChannelHandlerContext ctx = this.context;
		if (ctx == null) {
			return;
		}
		try {
			channelRead(ctx, Unpooled.EMPTY_BUFFER);
			watchMessage();
		}
		catch (Exception ex) {
			exceptionCaught(ctx, ex);
		}
	}

	@Override
	public void handlerAdded(ChannelHandlerContext ctx) {
		this.context = ctx;
	}

	@Override
	public void channelInactive(ChannelHandlerContext ctx) throws Exception {
		super.channelInactive(ctx);
		this.transport.onInactive(null);
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
		if (cause instanceof IOException) {
			logger.debug("Websocket failed: {}", cause.toString());
		}
		else {
			logger.error("A websocket could not be handled, it is closed", cause);
		}
		ctx.close();
	}

	@Override
	protected void handlerRemoved0(ChannelHandlerContext ctx) {
		stopWatching();
		if (this.fragments != null) {
			this.fragments.release();
			this.fragments = null;
		}
	}

	private final class MessageDeadline extends Deadline {

		// While nothing is read it is not the client who keeps the rest back.
		@Override
		protected void onExpired() {
			if (WebSocketDecoder.this.transport.isReadingPaused()) {
				WebSocketDecoder.this.loop.messages().add(this);
				return;
			}
			WebSocketDecoder.this.loop.limits().count(Limit.MESSAGE_TIME);
			fail(CloseReason.TRANSPORT_ERROR, "message: begun and not continued in time");
		}

	}

}
