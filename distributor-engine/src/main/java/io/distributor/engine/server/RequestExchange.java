package io.distributor.engine.server;

import java.util.List;
import java.util.Map;

import io.distributor.engine.limit.HeldBytes;
import io.distributor.engine.limit.Limit;
import io.distributor.engine.protocol.engineio.RequestError;
import io.distributor.engine.transport.HttpExchange;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.QueryStringDecoder;
import org.jspecify.annotations.Nullable;

/**
 * A request on its connection. Used on the event loop of the connection, apart from what
 * {@link HttpExchange} promises.
 */
final class RequestExchange implements HttpExchange {

	private final HttpConnection connection;

	private final HttpRequest request;

	private final String path;

	private final Map<String, List<String>> query;

	private @Nullable RequestHandler handler;

	private @Nullable ByteBuf body;

	private HeldBytes.@Nullable Share held;

	private boolean complete;

	private boolean answered;

	private @Nullable Client client;

	private @Nullable String openedSession;

	private @Nullable ServedFile given;

	/**
	 * Creates an exchange.
	 * @param connection connection of the request
	 * @param request the request
	 * @throws IllegalArgumentException if the request target is malformed
	 */
	RequestExchange(HttpConnection connection, HttpRequest request) {
		this.connection = connection;
		this.request = request;
		QueryStringDecoder target = new QueryStringDecoder(request.uri());
		this.path = target.path();
		this.query = target.parameters();
	}

	HttpConnection connection() {
		return this.connection;
	}

	HttpMethod method() {
		return this.request.method();
	}

	String target() {
		return this.request.uri();
	}

	String path() {
		return this.path;
	}

	HttpHeaders headers() {
		return this.request.headers();
	}

	/**
	 * Finds out whom the request is from.
	 * @return whether whoever sent it may be heard
	 */
	boolean identify() {
		this.client = this.connection.router().clients().of(this);
		return this.client != null;
	}

	Client client() {
		Client found = this.client;
		if (found == null) {
			throw new IllegalStateException("A request was not identified (expected: before it is routed)");
		}
		return found;
	}

	@Nullable String openedSession() {
		return this.openedSession;
	}

	/** Returns the file that the response gives, or {@code null} if it is none. */
	@Nullable ServedFile given() {
		return this.given;
	}

	/**
	 * Answers with a file, or with the word that the client has it already.
	 * @param file the file
	 */
	void give(ServedFile file) {
		this.given = file;
		String condition = headers().get(HttpHeaderNames.IF_NONE_MATCH);
		if (condition != null && file.isMatchedBy(condition)) {
			respond(HttpResponseStatus.NOT_MODIFIED.code(), file.contentType(), Unpooled.EMPTY_BUFFER);
		}
		else {
			respond(HttpResponseStatus.OK.code(), file.contentType(), file.content());
		}
	}

	Map<String, List<String>> query() {
		return this.query;
	}

	@Nullable String query(String name) {
		List<String> values = this.query.get(name);
		return (values != null) ? values.get(0) : null;
	}

	/** Returns the revision of Engine.IO that is asked for, or 0 if it is none. */
	int revision() {
		String revision = query("EIO");
		if ("4".equals(revision)) {
			return 4;
		}
		return "3".equals(revision) ? 3 : 0;
	}

	boolean isKeepAlive() {
		return HttpUtil.isKeepAlive(this.request) && (this.complete || !hasBody());
	}

	boolean hasBody() {
		return HttpUtil.isTransferEncodingChunked(this.request) || HttpUtil.getContentLength(this.request, 0L) > 0;
	}

	void writabilityChanged() {
		if (!this.answered && this.handler != null) {
			this.handler.onWritabilityChanged();
		}
	}

	boolean isComplete() {
		return this.complete;
	}

	boolean isAnswered() {
		return this.answered;
	}

	void setAnswered() {
		this.answered = true;
		releaseBody();
	}

	void setHandler(@Nullable RequestHandler handler) {
		this.handler = handler;
	}

	void append(ByteBuf content, int maxLength) {
		if (this.answered || !content.isReadable()) {
			return;
		}
		int length = content.readableBytes();
		if (this.body == null) {
			this.body = content.retain();
			checkLength(length, maxLength);
			return;
		}
		checkLength((long) this.body.readableBytes() + length, maxLength);
		if (!this.answered) {
			this.body = collected(this.body, length).writeBytes(content);
			hold(this.body.readableBytes());
		}
	}

	// A body in one piece, the usual case, is handled at once.
	private void hold(int bytes) {
		HeldBytes.Share share = this.held;
		if (share == null) {
			share = this.connection.router().held().share();
			this.held = share;
		}
		if (share.set(bytes)) {
			return;
		}
		if (this.handler != null) {
			this.handler.onCancelled();
		}
		refuse(RequestError.UNAVAILABLE);
	}

	private void stopHolding() {
		if (this.held != null) {
			this.held.set(0);
		}
	}

	private void checkLength(long length, int maxLength) {
		if (length > maxLength) {
			refuseLength();
		}
	}

	// The first piece is kept as it came: mostly it is the only one.
	private ByteBuf collected(ByteBuf start, int more) {
		if (start.refCnt() == 1 && start.isWritable(more)) {
			return start;
		}
		ByteBuf buffer = allocator().buffer(Math.max((start.readableBytes() + more) * 2, 1024));
		buffer.writeBytes(start);
		start.release();
		return buffer;
	}

	void refuseLength() {
		this.connection.router().limits().count(Limit.PAYLOAD);
		if (this.handler != null) {
			this.handler.onTooLarge();
		}
		respond(413, "text/plain", Unpooled.EMPTY_BUFFER);
	}

	void complete() {
		this.complete = true;
		stopHolding();
		ByteBuf content = (this.body != null) ? this.body : Unpooled.EMPTY_BUFFER;
		this.body = null;
		if (this.answered || this.handler == null) {
			content.release();
			return;
		}
		this.handler.onComplete(content);
	}

	void cancel() {
		releaseBody();
		if (!this.answered && this.handler != null) {
			this.answered = true;
			this.handler.onCancelled();
		}
	}

	private void releaseBody() {
		stopHolding();
		if (this.body != null) {
			this.body.release();
			this.body = null;
		}
	}

	@Override
	public void opens(String sessionId) {
		this.openedSession = sessionId;
	}

	@Override
	public ByteBufAllocator allocator() {
		return this.connection.channel().alloc();
	}

	@Override
	public void respond(int status, String contentType, ByteBuf content) {
		this.connection.respond(this, status, contentType, content);
	}

}
