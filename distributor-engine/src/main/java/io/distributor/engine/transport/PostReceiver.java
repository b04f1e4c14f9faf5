package io.distributor.engine.transport;

import java.util.concurrent.atomic.AtomicBoolean;

import io.distributor.engine.limit.Limit;
import io.distributor.engine.protocol.engineio.PacketFormatException;
import io.distributor.engine.protocol.engineio.RequestError;
import io.distributor.engine.protocol.engineio.Utf8;
import io.distributor.engine.session.CloseReason;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;

/**
 * Brings the packets of POST requests to a session. While the session does not read, the
 * rest of a payload waits and its request stays unanswered, so that the client sends no
 * further one. To be used on the event loop of the session, apart from {@link #begin()}
 * and {@link #fail}.
 */
final class PostReceiver {

	private static final int OK = 200;

	// What the reference server sends: text/plain makes some browsers offer a download.
	private static final String CONTENT_TYPE = "text/html";

	private static final byte[] CONTENT = { 'o', 'k' };

	private final TransportSession session;

	private final AtomicBoolean posting = new AtomicBoolean();

	private @Nullable HttpExchange exchange;

	private @Nullable ByteBuf payload;

	private boolean binary;

	private int packets;

	private boolean delivering;

	PostReceiver(TransportSession session) {
		this.session = session;
	}

	boolean begin() {
		if (this.posting.compareAndSet(false, true)) {
			return true;
		}
		this.session.close(CloseReason.TRANSPORT_ERROR, "data request overlap from client");
		return false;
	}

	void fail(CloseReason reason, String description) {
		this.posting.set(false);
		this.session.close(reason, description);
	}

	void receive(HttpExchange post, ByteBuf body, boolean binary) {
		this.binary = binary;
		this.exchange = post;
		this.payload = body;
		this.packets = 0;
		if (binary || Utf8.isValid(body)) {
			deliver();
		}
		else {
			this.session.close(CloseReason.PARSE_ERROR, "payload: not UTF-8 (expected: UTF-8)");
		}
	}

	/**
	 * Goes on where the session stopped reading.
	 */
	void resume() {
		if (!this.delivering) {
			deliver();
		}
	}

	private void deliver() {
		this.delivering = true;
		try {
			deliverPackets();
		}
		catch (PacketFormatException ex) {
			this.session.close(CloseReason.PARSE_ERROR, ex.getMessage());
		}
		finally {
			this.delivering = false;
		}
		if (this.payload != null && !this.session.isReadingPaused()) {
			end(OK);
		}
	}

	// The session ends the request, and with it the payload, if a packet closes it.
	private void deliverPackets() {
		int maxPackets = this.session.options().maxPacketsPerPayload();
		while (this.payload != null && !this.session.isReadingPaused() && isUnread(this.payload)) {
			if (++this.packets > maxPackets) {
				this.session.count(Limit.PAYLOAD_PACKETS);
				throw new PacketFormatException("payload: more packets than allowed (expected: <= " + maxPackets + ")");
			}
			decodeNext(this.payload);
		}
	}

	private void decodeNext(ByteBuf body) {
		if (this.binary) {
			this.session.codec().decodeNextBinary(body, this.session);
		}
		else {
			this.session.codec().decodeNext(body, this.session);
		}
	}

	private boolean isUnread(ByteBuf body) {
		return this.packets == 0 || body.isReadable();
	}

	/**
	 * Answers the request that waits, if any, and forgets the rest of its payload.
	 * @param status 200 if all is well, else an error
	 */
	void end(int status) {
		if (this.payload != null) {
			this.payload.release();
			this.payload = null;
		}
		HttpExchange ended = this.exchange;
		this.exchange = null;
		if (ended != null) {
			answer(ended, status);
		}
	}

	void answer(HttpExchange post, int status) {
		this.posting.set(false);
		if (status == OK) {
			post.respond(status, CONTENT_TYPE, Unpooled.wrappedBuffer(CONTENT));
		}
		else {
			post.refuse(RequestError.BAD_REQUEST);
		}
	}

}
