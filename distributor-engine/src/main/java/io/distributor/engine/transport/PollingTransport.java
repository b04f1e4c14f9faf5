package io.distributor.engine.transport;

import java.util.concurrent.TimeUnit;

import io.distributor.engine.limit.BacklogEntry;
import io.distributor.engine.limit.LoopBacklog;
import io.distributor.engine.protocol.engineio.OpenPacket;
import io.distributor.engine.protocol.engineio.PacketType;
import io.distributor.engine.protocol.engineio.PayloadFormat;
import io.distributor.engine.protocol.engineio.RequestError;
import io.distributor.engine.session.CloseReason;
import io.distributor.engine.session.OutboundMessage;
import io.distributor.engine.session.TransportType;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * Carries a session over HTTP long-polling: GET requests wait for packets, POST requests
 * bring them. Requests may come from any thread; the rest happens on the event loop of
 * the session.
 */
public final class PollingTransport extends Deadline implements Transport {

	// A client that saw the end of its poll before the answer to its probe polls again,
	// and must be freed again; not at once, or it would poll as fast as it can.
	private static final int UPGRADE_POLL_MILLIS = 100;

	private final TransportSession session;

	private final PollingQueue queue;

	private final PostReceiver posts;

	private @Nullable HttpExchange poll;

	/** Made when the client does not poll in time for the first time. */
	private @Nullable BacklogEntry unread;

	private boolean probed;

	private boolean flushing;

	PollingTransport(TransportSession session) {
		this.session = session;
		this.queue = new PollingQueue(session.codec(), session.options().maxOutboundBytes());
		this.posts = new PostReceiver(session);
	}

	@Override
	public TransportType type() {
		return TransportType.POLLING;
	}

	void open(HttpExchange exchange, OpenPacket packet) {
		exchange.opens(this.session.id());
		respond(exchange, this.queue.format(), PacketType.OPEN, packet.text());
	}

	private static void respond(HttpExchange exchange, PayloadFormat format, PacketType type, String text) {
		ByteBuf payload = exchange.allocator().buffer();
		format.writePacket(payload, type, text);
		exchange.respond(200, format.contentType(), payload);
	}

	/**
	 * Takes a poll. A second one while the first waits closes the session.
	 * @param exchange the GET request
	 */
	public void poll(HttpExchange exchange) {
		execute(() -> onPoll(exchange));
	}

	private void onPoll(HttpExchange exchange) {
		if (this.session.isLingering()) {
			String contentType = this.queue.format().contentType();
			exchange.respond(200, contentType, this.queue.drain(exchange.allocator(), true));
			cancel();
			this.session.endLingering();
			return;
		}
		if (!isCurrent()) {
			exchange.refuse(RequestError.BAD_REQUEST);
			return;
		}
		if (this.poll != null) {
			exchange.refuse(RequestError.BAD_REQUEST);
			this.session.close(CloseReason.TRANSPORT_ERROR, "overlap from client");
			return;
		}
		this.poll = exchange;
		if (!this.queue.isEmpty()) {
			flush();
		}
		else if (this.probed && this.session.isUpgrading()) {
			this.session.executor()
				.schedule(() -> endPollForUpgrade(exchange), UPGRADE_POLL_MILLIS, TimeUnit.MILLISECONDS);
		}
	}

	/**
	 * The connection of a poll or of a POST request was closed by the client before it
	 * was answered.
	 * @param exchange the request
	 */
	public void cancelled(HttpExchange exchange) {
		execute(() -> {
			if (this.poll == exchange) {
				this.poll = null;
				this.session.close(CloseReason.TRANSPORT_ERROR, "poll connection closed prematurely");
			}
		});
	}

	/**
	 * Announces a POST request, before its body is there.
	 * @return whether it may go on; if not, another one is not answered yet, and the
	 * session is closed
	 */
	public boolean beginPost() {
		return this.posts.begin();
	}

	/**
	 * An announced POST request cannot be handled.
	 * @param reason why the session is closed for it
	 * @param description detail
	 */
	public void failPost(CloseReason reason, String description) {
		this.posts.fail(reason, description);
	}

	/**
	 * Takes the body of an announced POST request.
	 * @param exchange the request
	 * @param payload its body, released here
	 * @param binary whether the body is not text
	 */
	public void post(HttpExchange exchange, ByteBuf payload, boolean binary) {
		execute(() -> onPost(exchange, payload, binary));
	}

	private void onPost(HttpExchange exchange, ByteBuf payload, boolean binary) {
		if (isCurrent()) {
			this.posts.receive(exchange, payload, binary);
			return;
		}
		payload.release();
		this.posts.answer(exchange, this.session.isLingering() ? 200 : 400);
	}

	@Override
	public boolean send(OutboundMessage message) {
		if (this.unread != null && !this.unread.takes(this.queue.size(message), message.isDroppable())) {
			return false;
		}
		// Room may have been made by giving up this client.
		if (!isCurrent()) {
			return true;
		}
		if (!this.queue.add(message)) {
			return false;
		}
		measure();
		flushLater();
		return true;
	}

	private void measure() {
		if (this.unread == null && this.queue.bytes() > LoopBacklog.SMALL) {
			this.unread = new Unread();
		}
		if (this.unread != null) {
			this.unread.measure();
		}
	}

	@Override
	public void sendPacket(PacketType type, String text) {
		this.queue.addHeartbeat(type, text);
		flushLater();
	}

	private void flushLater() {
		if (this.poll != null && !this.flushing) {
			this.flushing = true;
			this.session.loop().flushLater(this);
		}
	}

	@Override
	public void flush() {
		this.flushing = false;
		if (this.poll != null && !this.queue.isEmpty()) {
			endPoll(this.poll, false);
		}
	}

	private void endPoll(HttpExchange exchange, boolean close) {
		this.poll = null;
		String contentType = this.queue.format().contentType();
		exchange.respond(200, contentType, this.queue.drain(exchange.allocator(), close));
		measure();
	}

	private void endPollWithNoop() {
		HttpExchange exchange = this.poll;
		this.poll = null;
		if (exchange != null) {
			respond(exchange, this.session.codec().payloadFormat(false), PacketType.NOOP, "");
		}
	}

	@Override
	public void pauseReading() {
	}

	@Override
	public void resumeReading() {
		this.posts.resume();
	}

	/**
	 * Ends the poll that waits, if any, so that the client can leave this transport.
	 */
	void endPollForUpgrade() {
		this.probed = true;
		if (this.poll != null) {
			endPollForUpgrade(this.poll);
		}
	}

	private void endPollForUpgrade(HttpExchange exchange) {
		if (this.poll == exchange && this.session.isUpgrading()) {
			endPollWithNoop();
		}
	}

	/**
	 * Hands over what waits for a poll.
	 * @param webSocket the new transport of the session
	 */
	void moveTo(WebSocketTransport webSocket) {
		endPollWithNoop();
		this.queue.moveTo(this.session, webSocket);
		measure();
		this.posts.end(400);
	}

	@Override
	public boolean close(CloseReason reason, @Nullable String description) {
		this.posts.end(reason.httpStatus());
		if (this.poll != null) {
			if (reason == CloseReason.TRANSPORT_CLOSE) {
				endPollWithNoop();
			}
			else {
				endPoll(this.poll, true);
			}
			return false;
		}
		switch (reason) {
			case FORCED_CLOSE, FORCED_SERVER_CLOSE, SERVER_SHUTTING_DOWN -> {
				this.session.loop().lingering().add(this);
				return true;
			}
			default -> {
				return false;
			}
		}
	}

	@Override
	protected void onExpired() {
		this.session.endLingering();
	}

	boolean isPollWaiting() {
		return this.poll != null;
	}

	private boolean isCurrent() {
		return this.session.isOpen() && this.session.polling() == this;
	}

	private void execute(Runnable task) {
		if (this.session.executor().inEventLoop()) {
			task.run();
		}
		else {
			this.session.executor().execute(task);
		}
	}

	private final class Unread extends BacklogEntry {

		Unread() {
			super(PollingTransport.this.session.loop().backlog());
		}

		@Override
		protected long waiting() {
			TransportSession session = PollingTransport.this.session;
			return (session.isOpen() || session.isLingering()) ? PollingTransport.this.queue.bytes() : 0;
		}

		@Override
		protected void giveUp(String description) {
			PollingTransport.this.session.endLingering();
			PollingTransport.this.session.close(CloseReason.SLOW_CONSUMER, description);
		}

	}

}
